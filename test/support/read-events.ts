/** A server-sent event. */
export interface Event {
  name: string
  id?: string
  data: Record<string, unknown>
}

/** The events of an answer as they come, until it ends. */
export async function* readEvents(response: Response): AsyncGenerator<Event> {
  let text = ''
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const events = (text + chunk).split('\n\n')
    text = events.pop() ?? ''
    for (const event of events) {
      const fields = new Map(event.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string]))
      const [name, id] = [fields.get('event'), fields.get('id')]
      if (name) yield { name, ...(id && { id }), data: JSON.parse(fields.get('data') ?? '') as Event['data'] }
    }
  }
}
