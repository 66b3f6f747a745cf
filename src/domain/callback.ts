/** Signs what is posted to a callback in a vendor's own way, with each of the tenant's secrets; answers headers. */
export type SignCallback = (payload: string, sentAt: Date, secrets: readonly string[]) => Record<string, string>
