/** A file that comes in parts, so that a lost connection costs the last part alone. */
export interface UploadInParts {
  id: string
  tenantId: string
  lengthBytes: number
  parts: { offsetBytes: number; bytes: number; blobKey: string }[]
  /** The consultation that it became. */
  consultationId?: string
}

/** So many bytes of the upload are there. */
export const offsetOf = ({ parts }: UploadInParts): number => parts.reduce((sum, { bytes }) => sum + bytes, 0)
