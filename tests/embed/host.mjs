// Runs embed.js in a page that is none, and sends it messages that it should follow or not.
// Prints what went wrong, and ends with 1 where something did.
import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'

const SCRIPT = readFileSync(process.argv[2], 'utf8')
const BASE = 'https://widget.example/pick/'
const ORIGIN = 'https://widget.example'
const faults = []
let n = 0

const expect = (what, is, wanted) => {
  n += 1
  if (JSON.stringify(is) !== JSON.stringify(wanted)) {
    faults.push(`${what}: ${JSON.stringify(is)}, expected ${JSON.stringify(wanted)}`)
  }
}

/** A frame: its height is what its style says, and it keeps what it is told. */
const frame = (src, height = 720) => {
  const told = []
  const style = { height: `${height}px` }
  return {
    src,
    style,
    told,
    get clientHeight() { return parseFloat(style.height) },
    contentWindow: { postMessage: (data, target) => told.push([data, target]) },
  }
}

/** A page with these frames, in which the script ran. */
const page = (frames, { src = `${BASE}embed.js`, times = 1, currentScript = { src } } = {}) => {
  const heard = { message: [], load: [] }
  const document = {
    currentScript,
    querySelector: () => ({ src }),
    querySelectorAll: () => frames,
    addEventListener: (kind, listener, capture) => capture === true && heard[kind].push(listener),
  }
  const addEventListener = (kind, listener) => heard[kind].push(listener)
  const context = { document, addEventListener, URL, Number, Math }
  context.window = context
  for (let time = 0; time < times; time += 1) runInNewContext(SCRIPT, context)
  return {
    heard,
    say: (source, data, origin = ORIGIN) => heard.message.forEach((it) => it({ data, origin, source })),
    load: (target) => heard.load.forEach((it) => it({ target })),
  }
}

const resize = (height, more = {}) => ({ stackfit: { v: 1, type: 'resize', height, ...more } })
const HELLO = [{ stackfit: { v: 1, type: 'hello' } }, '*']

// What is followed.
for (const [what, data, origin, wanted] of [
  ['resize', resize(500), ORIGIN, '500px'],
  ['ready', { stackfit: { v: 1, type: 'ready', height: 500, app: '1' } }, ORIGIN, '500px'],
  ['a sandboxed frame', resize(500), 'null', '500px'],
  ['a fraction', resize(500.2), ORIGIN, '501px'],
  ['too low', resize(1), ORIGIN, '80px'],
  ['zero', resize(0), ORIGIN, '80px'],
  ['negative', resize(-1e9), ORIGIN, '80px'],
  ['too high', resize(1e9), ORIGIN, '20000px'],
  ['one pixel more', resize(721), ORIGIN, '720px'],
  ['one pixel less', resize(719), ORIGIN, '720px'],
  ['two pixels', resize(722), ORIGIN, '722px'],
]) {
  const it = frame(`${BASE}?compact=yes`)
  page([frame(BASE), it]).say(it.contentWindow, data, origin)
  expect(what, it.style.height, wanted)
}

// What is not.
const circle = { v: 1, type: 'resize' }
circle.height = circle
for (const [what, data, origin = ORIGIN] of [
  ['nothing', undefined],
  ['null', null],
  ['a number', 500],
  ['a text', 'stackfit'],
  ['JSON', JSON.stringify(resize(500))],
  ['a list', [resize(500)]],
  ['an empty object', {}],
  ['an empty message', { stackfit: {} }],
  ['null inside', { stackfit: null }],
  ['a text inside', { stackfit: 'resize' }],
  ['no version', { stackfit: { type: 'resize', height: 500 } }],
  ['another version', { stackfit: { v: 2, type: 'resize', height: 500 } }],
  ['a version as text', { stackfit: { v: '1', type: 'resize', height: 500 } }],
  ['no type', { stackfit: { v: 1, height: 500 } }],
  ['another type', { stackfit: { v: 1, type: 'grow', height: 500 } }],
  ['the type hello', { stackfit: { v: 1, type: 'hello', height: 500 } }],
  ['a type in a list', { stackfit: { v: 1, type: ['resize'], height: 500 } }],
  ['another name', { Stackfit: { v: 1, type: 'resize', height: 500 } }],
  ['another dialect', { sentinel: 'amp', type: 'embed-size', height: 500 }],
  ['no height', { stackfit: { v: 1, type: 'resize' } }],
  ['a height as text', resize('500')],
  ['a height with CSS', resize('500px;position:fixed')],
  ['a height in a list', resize([500])],
  ['a height as object', resize({ valueOf: 500 })],
  ['a height as big number', resize(500n)],
  ['null as height', resize(null)],
  ['true as height', resize(true)],
  ['not a number', resize(NaN)],
  ['endless', resize(Infinity)],
  ['endless downwards', resize(-Infinity)],
  ['a date', resize(new Date(500))],
  ['a circle', { stackfit: circle }],
  ['a map', new Map([['stackfit', { v: 1, type: 'resize', height: 500 }]])],
  ['another origin', resize(500), 'https://evil.example'],
  ['a longer origin', resize(500), `${ORIGIN}.evil.example`],
  ['another scheme', resize(500), 'http://widget.example'],
  ['another port', resize(500), `${ORIGIN}:8443`],
  ['no origin', resize(500), ''],
  ['a star as origin', resize(500), '*'],
  ['to navigate', { stackfit: { v: 1, type: 'navigate', url: 'https://evil.example' } }],
  ['to insert', { stackfit: { v: 1, type: 'html', html: '<img onerror=1>' } }],
]) {
  const it = frame(BASE)
  const other = frame('https://other.example/')
  const { say } = page([other, it])
  try {
    say(it.contentWindow, data, origin)
  } catch (error) {
    faults.push(`${what}: ${error}`)
  }
  expect(what, [it.src, it.style, other.style], [BASE, { height: '720px' }, { height: '720px' }])
}

// Who is not listened to.
for (const [what, src] of [
  ['a frame of another site', 'https://evil.example/'],
  ['a frame of the same site beside the page', `${ORIGIN}/other/`],
  ['a frame whose address only looks like it', 'https://widget.example.evil.example/pick/'],
  ['a frame without an address', ''],
]) {
  const it = frame(src)
  const { say } = page([it, frame(BASE)])
  for (const origin of [ORIGIN, 'null', 'https://evil.example']) say(it.contentWindow, resize(500), origin)
  expect(what, it.style.height, '720px')
  expect(`${what}, told`, it.told, [])
}
{
  const it = frame(BASE)
  const { say } = page([it])
  for (const source of [null, undefined, {}, frame(BASE).contentWindow]) say(source, resize(500))
  expect('somebody who is in no frame', it.style.height, '720px')
  it.contentWindow = null
  say(null, resize(500))
  expect('a frame that is gone', it.style.height, '720px')
}

// Two frames, late frames, frames that load again, and the script twice.
{
  const [one, two] = [frame(`${BASE}?a`), frame(`${BASE}?b`)]
  const frames = [one, two]
  const { say, load, heard } = page(frames, { times: 3 })
  expect('hello at the start, once', [one.told, two.told], [[HELLO], [HELLO]])
  expect('listeners', [heard.message.length, heard.load.length], [1, 1])
  say(two.contentWindow, resize(333))
  expect('the other frame', one.style.height, '720px')
  expect('the frame that spoke', two.style.height, '333px')
  load(one)
  expect('hello after it loads again', one.told, [HELLO, HELLO])
  const late = frame(BASE)
  frames.push(late)
  load(late)
  say(late.contentWindow, resize(444))
  expect('a late frame', [late.told, late.style.height], [[HELLO], '444px'])
  say(late.contentWindow, { stackfit: { v: 1, type: 'ready', height: 444 } })
  expect('hello to who is ready', late.told, [HELLO, HELLO])
  // What loads and is no frame is not spoken to, and breaks nothing.
  for (const target of [{}, { src: `${BASE}x.png` }, { src: BASE, contentWindow: null }]) load(target)
}
{
  const it = frame(BASE)
  const { say } = page([it], { currentScript: null, src: `${BASE}embed.js` })
  say(it.contentWindow, resize(500))
  expect('a script that does not know itself', it.style.height, '500px')
}

console.log(faults.length === 0 ? `${n} expectations hold` : faults.join('\n'))
process.exitCode = faults.length === 0 ? 0 : 1
