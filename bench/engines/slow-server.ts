import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

// A server of its own process that takes 100 ms for whatever it is sent, as many at once as there are. Prints its port.
const ANSWER_MS = 100
const answer = JSON.stringify({ text: 'I have a headache.', language: 'english', words: [] })

const server = createServer((request, response) => {
  request.resume().on('end', () => setTimeout(() => response.end(answer), ANSWER_MS))
  response.setHeader('content-type', 'application/json')
})
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
