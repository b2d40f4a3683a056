/**
 * Our own line drawings of the steps, on a sheet of 120 × 96, without text. Each is a few layers of paths, drawn in the
 * order in which they stand: `paper`, `green`, `warm` and `stop` are filled, `line` is only drawn, and `mark` leads the
 * eye to what the step is about. One string per layer keeps the whole set under 3 kB compressed.
 */
export type Layer = 'paper' | 'green' | 'warm' | 'stop' | 'line' | 'mark';
export type Drawing = Partial<Record<Layer, string>>;

const phone = 'M47 8h26a7 7 0 0 1 7 7v66a7 7 0 0 1-7 7H47a7 7 0 0 1-7-7V15a7 7 0 0 1 7-7Z';
const phoneLeft = 'M23 8h26a7 7 0 0 1 7 7v66a7 7 0 0 1-7 7H23a7 7 0 0 1-7-7V15a7 7 0 0 1 7-7Z';
const button = 'M57 81h6';
const buttonLeft = 'M33 81h6';

export const drawings = {
  phone: {
    paper: phone,
    line: 'M50 20h20M50 29h20M50 38h12',
    green: 'M51 50h18a4 4 0 0 1 4 4v5a4 4 0 0 1-4 4H51a4 4 0 0 1-4-4v-5a4 4 0 0 1 4-4Z',
    warm: 'M68 58c0-5 6-5 6 0v10l13 3c3 1 5 3 5 6v11H71L60 74c-2-4 3-7 6-4l2 2Z',
  },
  store: {
    paper: phone,
    warm: 'M49 34h22l2 28H47Z',
    line: `M54 40v-8a6 6 0 0 1 12 0v8${button}`,
    mark: 'M60 44v11M55 50.5l5 5 5-5',
  },
  search: {
    paper: phone,
    line: `M49 20h22M49 30h10${button}`,
    green: 'M74 34a16 16 0 1 1 0 32 16 16 0 0 1 0-32Z',
    mark: 'M86 62l13 14',
  },
  form: {
    paper: phone,
    green: 'M49 20h22v11H49ZM49 38h22v11H49Z',
    line: `M49 58h12${button}`,
    warm: 'M70 66l2-11 21-24 9 8-21 24Z',
    mark: 'M88 37l9 8',
  },
  face: {
    paper: phone,
    warm: 'M60 31a12 12 0 1 1 0 24 12 12 0 0 1 0-24Z',
    line: `M56 41v.5M64 41v.5M55.5 47q4.5 4 9 0${button}`,
    mark: 'M47 29v-6h6M67 23h6v6M73 57v6h-6M53 63h-6v-6',
  },
  code: {
    paper: phone,
    line: `M49 38v.1M58 38v.1M49 48v.1M58 48v.1M49 58v.1M58 58v.1M49 68v.1M58 68v.1M67 68v.1${button}`,
    mark: 'M48 22v.1M56 22v.1M64 22v.1M72 22v.1',
    warm: 'M106 26H74a5 5 0 0 0 0 10h-4a5 5 0 0 0 0 10h1a5 5 0 0 0 0 10h6a5 5 0 0 0 0 10h15c8 0 14-6 14-14Z',
  },
  check: {
    paper: phone,
    green: 'M60 28a17 17 0 1 1 0 34 17 17 0 0 1 0-34Z',
    line: button,
    mark: 'M52 45.5l5.5 6 10.5-12.5',
  },
  qr: {
    paper: `${phoneLeft}M68 22h40v40H68Z`,
    green: 'M74 28h10v10H74ZM92 28h10v10H92ZM74 46h10v10H74Z',
    line: `M93 47v.1M101 47v.1M93 55v.1M101 55v.1M88 62v20M77 82h22${buttonLeft}`,
    mark: 'M25 33v-6h6M41 27h6v6M47 54v6h-6M31 60h-6v-6M25 43.5h22',
  },
  card: {
    paper: phoneLeft,
    warm: 'M46 40h56a4 4 0 0 1 4 4v30a4 4 0 0 1-4 4H46a4 4 0 0 1-4-4V44a4 4 0 0 1 4-4Z',
    green: 'M59 48a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11ZM49 71c0-11 20-11 20 0Z',
    line: `M78 52h20M78 61h20M78 70h10${buttonLeft}`,
    mark: 'M66 30q5-7 0-14M75 34q9-11 0-22',
  },
  together: {
    green: 'M8 90c0-20 8-29 26-29s25 10 26 29Z',
    warm: 'M60 90c1-19 8-29 26-29s26 9 26 29ZM12 38 34 16l22 22q-22 8-44 0Z',
    line: 'M23 41v5a11 11 0 0 0 22 0v-5M30 45v.1M38 45v.1M30.5 50q3.5 2.5 7 0M86 28a12 12 0 1 1 0 24 12 12 0 0 1 0-24ZM74 38q10 0 14-7 3 6 10 6M82 41v.1M90 41v.1M82.5 46q3.5 3 7 0',
    paper: 'M53 60h14a4 4 0 0 1 4 4v19a4 4 0 0 1-4 4H53a4 4 0 0 1-4-4V64a4 4 0 0 1 4-4Z',
    mark: 'M55 73l4 4 7-8',
  },
  shield: {
    green: 'M60 8l30 10v24c0 21-12 36-30 46-18-10-30-25-30-46V18Z',
    warm: 'M48 44h24v20H48Z',
    line: 'M52 44v-7a8 8 0 0 1 16 0v7M60 52v5',
  },
  wallet: {
    paper: 'M34 30V20a4 4 0 0 1 4-4h44a4 4 0 0 1 4 4v10',
    warm: 'M42 24h36v20H42Z',
    green: 'M28 32h64a6 6 0 0 1 6 6v38a6 6 0 0 1-6 6H28a6 6 0 0 1-6-6V38a6 6 0 0 1 6-6Z',
    line: 'M98 49H80a8 8 0 0 0 0 16h18',
    mark: 'M82 57v.1',
  },
  health: {
    paper: phone,
    green: 'M55 26h10v11h11v10H65v11H55V47H44V37h11Z',
    line: `M50 70h20${button}`,
  },
  school: {
    paper: 'M24 46h72v40H24Z',
    warm: 'M16 48 60 22l44 26Z',
    green: 'M53 86V68a7 7 0 0 1 14 0v18Z',
    line: 'M34 58h9v10h-9ZM77 58h9v10h-9ZM12 86h96',
    mark: 'M60 22V7h14l-4 4.5 4 4.500H60',
  },
  shop: {
    paper: 'M26 44h68v42H26Z',
    green: 'M26 16h68l10 26a8 8 0 0 1-17 0 9 9 0 0 1-18 0 9 9 0 0 1-18 0 9 9 0 0 1-18 0 8 8 0 0 1-17 0Z',
    line: 'M16 86h88M51 42l3-26M69 42l-3-26M33 42l7-26M87 42l-7-26',
    warm: 'M45 57a6 6 0 1 1 0 12 6 6 0 0 1 0-12ZM60 57a6 6 0 1 1 0 12 6 6 0 0 1 0-12ZM75 57a6 6 0 1 1 0 12 6 6 0 0 1 0-12ZM34 86V68h52v18Z',
  },
  bell: {
    paper: phoneLeft,
    line: `M25 22h14M25 32h10M25 71h18${buttonLeft}`,
    warm: 'M51 60c6-5 6-11 6-19a16 16 0 0 1 32 0c0 8 0 14 6 19ZM66 60a7 7 0 0 0 14 0Z',
    mark: 'M96 24q7 6 7 16M104 15q11 10 11 25',
  },
  parcel: {
    warm: 'M22 34 60 18l38 16v38L60 88 22 72Z',
    paper: 'M22 34 60 18l38 16-38 16Z',
    green: 'M36 28 74 44v15l10-4V40L46 24Z',
    line: 'M60 50v38',
  },
  call: {
    paper: phone,
    green: 'M60 18a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM48 47c0-14 24-14 24 0Z',
    stop: 'M60 54a11 11 0 1 1 0 22 11 11 0 0 1 0-22ZM56 61l8 8M64 61l-8 8',
    mark: 'M31 32q-6 10 0 20M22 26q-11 16 0 32M89 32q6 10 0 20M98 26q11 16 0 32',
  },
} satisfies Record<string, Drawing>;

export type DrawingName = keyof typeof drawings;
