import assert from 'node:assert/strict'
import { isIP } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import type { OslerError } from '../../src/domain/errors.ts'
import type { Lookup } from '../../src/platform/check-address.ts'
import { openOutbound } from '../../src/platform/outbound.ts'
import { openReceiver } from '../support/receiver.ts'
import { until } from '../support/until.ts'

/** What no address from outside may lead to: each in the forms in which it can be written. */
const PRIVATE_HOSTS = [
  // loopback: dotted, short, decimal, octal, hexadecimal, mixed, full-width digits, with a dot behind
  ...['127.0.0.1', '127.1', '127.0.1', '2130706433', '0177.0.0.1', '0x7f.0.0.1', '0x7f000001', '017700000001'],
  ...['0x7f.1', '127.0.0.1.', '127.255.255.254', '127。0。0。1', '１２７.０.０.１', '%31%32%37.0.0.1'],
  ...['localhost', 'LOCALHOST', 'localhost.', 'osler.localhost'],
  // unspecified and this network
  ...['0.0.0.0', '0', '0.1.2.3', '0x0'],
  // private
  ...['10.0.0.1', '10.255.255.255', '167772161', '012.0.0.1', '172.16.0.1', '172.31.255.255', '0xac100001'],
  ...['192.168.0.1', '192.168.1.1', '0300.0250.0.1', '3232235521'],
  // link-local with the metadata service of clouds, carrier-grade NAT, and a platform with a public number
  ...['169.254.169.254', '2852039166', '0xa9fea9fe', '0251.0376.0251.0376', '100.64.0.1', '100.100.100.200'],
  '168.63.129.16',
  // protocol assignments, documentation, benchmarks, multicast, reserved, broadcast
  ...['192.0.0.192', '192.0.2.1', '192.88.99.1', '198.18.0.1', '198.51.100.1', '203.0.113.1'],
  ...['224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255'],
  // IPv6: loopback, unspecified, unique local, link-local, site-local, multicast, documentation, discard
  ...['[::1]', '[0:0:0:0:0:0:0:1]', '[::]', '[fc00::1]', '[fd00:ec2::254]', '[fdff::1]', '[fe80::1]', '[febf::1]'],
  ...['[fec0::1]', '[ff02::1]', '[ff0e::1]', '[2001:db8::1]', '[3fff::1]', '[100::1]'],
  // IPv6 that wraps IPv4: mapped, compatible, translated, NAT64 (known and local prefix), 6to4, Teredo
  ...['[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::FFFF:10.0.0.1]', '[::ffff:169.254.169.254]', '[::127.0.0.1]'],
  ...['[::ffff:0:127.0.0.1]', '[64:ff9b::127.0.0.1]', '[64:ff9b::a00:1]', '[64:ff9b::169.254.169.254]'],
  ...['[64:ff9b:1::127.0.0.1]', '[64:ff9b:1:7f00:0:100:808:808]', '[2002:7f00:1::]', '[2002:a9fe:a9fe::1]'],
  ...['[2001::1]', '[2001:0:4136:e378:8000:63bf:80ff:fffe]', '[2001:20::1]', '[2001:2::1]'],
  // given out to nobody
  ...['[4000::1]', '[5f00::1]', '[::8.8.8.8]'],
]

/** Every way in which one IPv4 address can be written that browsers and URL parsers read. */
function formsOf(address: string): string[] {
  const parts = address.split('.').map(Number)
  const [a = 0, b = 0, c = 0, d = 0] = parts
  const whole = ((a * 256 + b) * 256 + c) * 256 + d
  const hex = (value: number) => `0x${value.toString(16)}`
  const octal = (value: number) => `0${value.toString(8)}`
  const wrapped = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`
  return [
    ...[parts.map(hex).join('.'), parts.map(octal).join('.'), `${hex(a)}.${octal(b)}.${c}.${d}`],
    ...[String(whole), hex(whole), octal(whole), `${a}.${b}.${c * 256 + d}`, `${a}.${(b * 256 + c) * 256 + d}`],
    ...[`[::ffff:${wrapped}]`, `[64:ff9b::${wrapped}]`, `[2002:${wrapped}::]`],
  ]
}
const PRIVATE_FORMS = [
  ...PRIVATE_HOSTS,
  ...['127.9.8.7', '169.254.169.254', '10.1.2.3', '172.20.0.5', '192.168.7.9'].flatMap(formsOf),
]

const PUBLIC_HOSTS = [
  'example.com',
  '8.8.8.8',
  '[2606:4700::1111]',
  '[::ffff:8.8.8.8]',
  '[64:ff9b::808:808]',
  '134744072',
]

const numericForms = PRIVATE_HOSTS.map((host) => new URL(`http://${host}`).hostname.replace(/^\[|\]$/g, '')).filter(
  isIP,
)

const isRefused = (error: OslerError) => error.code === 'address_refused'
const isFailed = (error: OslerError) => error.code === 'address_failed' || error.code === 'address_unavailable'
const resolvesTo =
  (...addresses: string[]): Lookup =>
  async () =>
    addresses.map((address) => ({ address, family: isIP(address) }))

test(`none of ${PRIVATE_FORMS.length} ways to write a private address is let through`, async () => {
  assert.ok(PRIVATE_FORMS.length >= 120)
  await using outbound = openOutbound({ allowHosts: [] })
  for (const host of PRIVATE_FORMS) {
    const address = `https://${host}:8443/visit?patient=Ann`
    assert.throws(() => outbound.check(address), isRefused, host)
    await assert.rejects(outbound.request(address), isRefused, host)
    await assert.rejects(outbound.download(address, 1), isRefused, host)
  }
})

test('no name that resolves to a private address is let through, not even beside a public one', async () => {
  for (const address of numericForms) {
    await using outbound = openOutbound({ allowHosts: [], lookup: resolvesTo('8.8.8.8', address) })
    await assert.rejects(outbound.request('http://clinic.example/'), isRefused, address)
  }
})

test('a public host is let through, and an address that is none or no web address is not', async () => {
  await using outbound = openOutbound({ allowHosts: [] })
  for (const host of PUBLIC_HOSTS) assert.ok(outbound.check(`https://${host}/a.mp3`), host)
  const wrong = ['', 'a.mp3', '//example.com', 'file:///etc/passwd', 'ftp://example.com', 'data:audio/wav;base64,AA']
  const bearers = [
    'https://ann@example.com/',
    'https://ann:secret@example.com/',
    'javascript:0',
    'http://[::1',
    'http://',
  ]
  for (const address of [...wrong, ...bearers]) assert.throws(() => outbound.check(address), isRefused, address)
})

test('a refused address is named by what is wrong with it, without what stands in it', async () => {
  await using outbound = openOutbound({ allowHosts: [] })
  const address = 'http://10.0.0.1/ann-smith?token=secret'
  assert.throws(() => outbound.check(address), { message: /OSLER_ALLOW_HOSTS/ })
  assert.throws(
    () => outbound.check(address),
    ({ message }) => !/ann|secret/.test(message),
  )
})

test('a server on this machine is reached only when its host, address or network is allowed', async () => {
  await using receiver = await openReceiver((_request, response) => response.end('sound'))
  const byName = `http://clinic.internal:${receiver.port}/`
  const ways: [string, string[]][] = [
    [receiver.address, ['127.0.0.1']],
    [receiver.address, ['10.0.0.0/8', '127.0.0.0/8']],
    [byName, ['Clinic.internal']],
    [byName, ['127.0.0.1']],
  ]
  for (const [address, allowHosts] of ways) {
    await using open = openOutbound({ allowHosts, lookup: resolvesTo('127.0.0.1') })
    assert.equal((await buffer(await open.download(address, 5))).toString(), 'sound')
    await using closed = openOutbound({ allowHosts: ['127.0.0.2', 'other.internal'], lookup: resolvesTo('127.0.0.1') })
    await assert.rejects(closed.download(address, 5), isRefused)
  }
  assert.equal(receiver.received.length, ways.length)
})

test('an IPv6 exception covers a name that resolves to it', async () => {
  await using outbound = openOutbound({ allowHosts: ['::1'], lookup: resolvesTo('::1') })
  assert.ok(outbound.check('http://[::1]:1/'))
  await assert.rejects(outbound.request('http://clinic.internal:1/'), isFailed)
})

test('a redirect from an allowed host to a private one is refused', async () => {
  await using inner = await openReceiver((_request, response) => response.end('secret'), '127.0.0.2')
  await using outer = await openReceiver((_request, response) =>
    response.writeHead(302, { location: `${inner.address}/` }).end(),
  )
  await using outbound = openOutbound({ allowHosts: ['127.0.0.1'] })
  await assert.rejects(outbound.download(outer.address, 100), isRefused)
  assert.equal(inner.connections(), 0)
})

test('redirects are followed up to five times, and none to what is no address', async () => {
  const answer = (count: number) =>
    openReceiver(({ url }, response) => {
      const step = Number(url?.slice(1))
      if (step === count) response.end('sound')
      else response.writeHead(307, { location: `/${step + 1}` }).end()
    })
  await using five = await answer(5)
  await using six = await answer(6)
  await using lost = await openReceiver((_request, response) => response.writeHead(302, { location: 'http://[' }).end())
  await using outbound = openOutbound({ allowHosts: ['127.0.0.1'] })
  assert.equal((await buffer(await outbound.download(`${five.address}/0`, 100))).toString(), 'sound')
  await assert.rejects(outbound.download(`${six.address}/0`, 100), isFailed)
  await assert.rejects(outbound.download(lost.address, 100), isFailed)
})

test('a redirect in raw UTF-8 or Latin-1 is followed to the same bytes', async () => {
  const asked: (string | undefined)[] = []
  await using server = await openReceiver(({ url = '' }, response) => {
    asked.push(url)
    const location = url.startsWith('/von') ? '/f\u00fcr?an=M%C3%BCller' : Buffer.from('/für Müller').toString('latin1')
    if (url.includes('von')) response.writeHead(302, { location }).end()
    else response.end('sound')
  })
  await using outbound = openOutbound({ allowHosts: ['127.0.0.1'] })
  for (const path of ['nach-von', 'von']) {
    assert.equal((await buffer(await outbound.download(`${server.address}/${path}`, 100))).toString(), 'sound')
  }
  assert.deepEqual(asked, ['/nach-von', '/f%C3%BCr%20M%C3%BCller', '/von', '/f%FCr?an=M%C3%BCller'])
})

test('a name whose answer changes after the check is never connected to at its second address', async () => {
  // 127.0.0.2 stands for a public address, so that the test stays on this machine.
  await using good = await openReceiver(
    (_request, response) => response.setHeader('connection', 'close').end('sound'),
    '127.0.0.2',
  )
  await using secret = await openReceiver((_request, response) => response.end('secret'))
  const answers = ['127.0.0.2', '127.0.0.1']
  let lookups = 0
  const lookup: Lookup = async () => [{ address: answers[lookups++] ?? '127.0.0.1', family: 4 }]
  await using outbound = openOutbound({ allowHosts: ['127.0.0.2'], lookup })
  assert.equal((await buffer(await outbound.download(`http://rebind.example:${good.port}/`, 100))).toString(), 'sound')
  assert.equal(lookups, 1)
  await assert.rejects(outbound.download(`http://rebind.example:${secret.port}/`, 100), isRefused)
  assert.equal(secret.connections(), 0)
})

test('a name that is unknown or resolves to nothing has failed', async () => {
  const unknown: Lookup = () => Promise.reject(Object.assign(new Error('ENOTFOUND'), { code: 'ENOTFOUND' }))
  for (const lookup of [unknown, resolvesTo()]) {
    await using outbound = openOutbound({ allowHosts: [], lookup })
    await assert.rejects(outbound.download('http://clinic.example/', 100), isFailed)
  }
})

test('an answer other than success has failed, with its status and without the path', async () => {
  await using receiver = await openReceiver((_request, response) => response.writeHead(503).end('Ann Smith'))
  await using outbound = openOutbound({ allowHosts: ['127.0.0.1'] })
  await assert.rejects(outbound.download(`${receiver.address}/ann-smith?token=secret`, 100), (error: OslerError) => {
    assert.deepEqual(error.details, { status: 503 })
    assert.equal(error.message, `The host 127.0.0.1:${receiver.port} answered 503.`)
    return isFailed(error)
  })
})

test('a server that sends nothing, stalls or breaks off has failed once the time is over', async () => {
  await using silent = await openReceiver(() => {})
  await using stalling = await openReceiver((_request, response) => response.write('so'))
  await using breaking = await openReceiver((_request, response) => {
    response.writeHead(200, { 'content-length': 100 }).write('so', () => response.destroy())
  })
  await using outbound = openOutbound({ allowHosts: ['127.0.0.1'] })
  const download = async (address: string) => buffer(await outbound.download(address, 100, { timeoutMs: 200 }))
  for (const { address } of [silent, stalling, breaking]) await assert.rejects(download(address), isFailed)
})

test('a file that is announced as too large is refused before a byte of it is read', async () => {
  await using receiver = await openReceiver((_request, response) =>
    response.writeHead(200, { 'content-length': 3 * 1024 * 1024 }).flushHeaders(),
  )
  await using outbound = openOutbound({ allowHosts: ['127.0.0.1'] })
  const tooLarge = { code: 'audio_too_large', message: /larger than the limit of 2 MB/ }
  await assert.rejects(outbound.download(receiver.address, 2 * 1024 * 1024), tooLarge)
})

test('a file that turns out too large is cut off as it flows, also when it came compressed', async () => {
  let hungUp = 0
  await using long = await openReceiver((_request, response) => {
    let chunks = 0
    const timer = setInterval(() => (chunks++ < 500 ? response.write(Buffer.alloc(1000)) : response.end()), 1)
    response.on('close', () => clearInterval(timer)).on('close', () => hungUp++)
  })
  await using packed = await openReceiver((_request, response) =>
    response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(1_000_000))),
  )
  await using outbound = openOutbound({ allowHosts: ['127.0.0.1'] })
  const download = async (address: string) => buffer(await outbound.download(address, 20_000))
  await assert.rejects(download(long.address), { code: 'audio_too_large' })
  await until('the long answer is hung up', () => hungUp === 1)
  await assert.rejects(download(packed.address), { code: 'audio_too_large' })
})

test('a download that is given up hangs up at once', async () => {
  let hungUp = false
  await using receiver = await openReceiver((_request, response) => {
    response.on('close', () => {
      hungUp = true
    })
    response.write('so')
  })
  await using outbound = openOutbound({ allowHosts: ['127.0.0.1'] })
  const stream = await outbound.download(receiver.address, 100)
  stream.resume().destroy()
  await until('the answer is hung up', () => hungUp, 2000)
})

test('who is called sees that Osler calls, and not a browser', async () => {
  await using receiver = await openReceiver((_request, response) => response.end('{}'))
  await using outbound = openOutbound({ allowHosts: ['127.0.0.1'] })
  await outbound.request(receiver.address, { method: 'POST', body: '{}', headers: { 'x-own': '1' } })
  const { headers } = receiver.received[0] ?? {}
  assert.deepEqual([headers?.['user-agent'], headers?.['x-own']], ['Osler', '1'])
  assert.deepEqual(
    Object.keys(headers ?? {}).filter((name) => /^sec-|accept-language/.test(name)),
    [],
  )
})
