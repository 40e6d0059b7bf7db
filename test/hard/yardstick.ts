/** Inputs at which the tools of this kind were measured: what some of them hang, crash or silently fail at. */
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CALM, CONTROL, type HardInput, input, pipe, repeat, services } from './input.js';

const MIB = 1024 * 1024;
const TOO_LARGE = /larger\s+than\s+4194304\s+bytes\s+\(--limit\s+file-size=4194304\)\s+--> compose\.yaml/;
const TOO_DEEP = /nested more than 100 levels deep \(--limit nesting=100\)\s+--> compose\.yaml:\d+:\d+/;

const EXCESSIVE = /excessive aliasing\s+--> compose\.yaml:\d+:\d+/;

/** Valid, of at least the size. */
function ofSize(bytes: number): string {
  const one = (index: number) =>
    `  s${index}:\n    image: shop/app:1.0\n    environment: { MODE: m${index}, PORT: "80" }\n`;
  return `services:\n${repeat(Math.ceil(bytes / one(100_000).length), one)}`;
}

/** `x-0` holds something, and each of the others what `next` makes of the one before. */
function doubling(levels: number, first: string, next: (name: string) => string): string {
  return `x-0: &a0 ${first}\n${repeat(levels, (index) => `x-${index + 1}: &a${index + 1} ${next(`*a${index}`)}\n`)}${CALM}`;
}

function deepBlock(levels: number): string {
  return `x-deep:\n${repeat(levels, (level) => `${' '.repeat(level + 1)}k:\n`)}${CALM}`;
}

function linked(target: string): (folder: string) => void {
  return (folder) => symlinkSync(target, path.join(folder, 'compose.yaml'));
}

/** Bytes that look random and are always the same. */
function noise(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (state * 48_271) % 0x7fffffff;
    return state & 0xff;
  });
}

export const YARDSTICK: readonly HardInput[] = [
  input('00-control', 1, () => CONTROL),
  input('01-laughs-seq', 2, () => doubling(9, '[x, x, x]', (a) => `[${repeat(9, () => `${a}, `)}${a}]`), {
    says: EXCESSIVE,
  }),
  input('02-laughs-map-2^30', 2, () => doubling(30, '{ k: v }', (a) => `{ x: ${a}, y: ${a} }`), {
    says: EXCESSIVE,
  }),
  input('03-laughs-merge', 2, () => doubling(30, '{ k: v }', (a) => `{ <<: [${a}, ${a}] }`)),
  input('04-10MB-valid', 2, () => ofSize(10 * MIB), { says: TOO_LARGE }),
  input('05-10MB-one-scalar', 2, () => `${CALM}x-text: "${'a'.repeat(10 * MIB)}"\n`, { says: TOO_LARGE }),
  input('06-10MB-comments', 2, () => CALM + repeat(100_000, () => `# ${'c'.repeat(98)}\n`), { says: TOO_LARGE }),
  input('07-7MB-valid', 2, () => ofSize(7 * MIB), { says: TOO_LARGE }),
  input('08-deep-flow-10k', 2, () => `x-deep: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n${CALM}`, { says: TOO_DEEP }),
  input('09-deep-flowmap-10k', 2, () => `x-deep: ${'{a: '.repeat(10_000)}1${'}'.repeat(10_000)}\n${CALM}`, {
    says: TOO_DEEP,
  }),
  input('10-deep-block-3k', 2, () => deepBlock(2_500), { says: TOO_DEEP }),
  input('10b-deep-block-10k', 2, () => deepBlock(10_000), { says: TOO_LARGE }),
  input('11-deep-seq-dash-10k', 2, () => `x-deep:\n  ${'- '.repeat(10_000)}1\n${CALM}`, { says: TOO_DEEP }),
  input('12-deep-unclosed-100k', 2, () => `x-deep: ${'['.repeat(100_000)}`, { says: TOO_DEEP }),
  input(
    '13-invalid-utf8',
    2,
    () => Buffer.concat([Buffer.from(`${CALM}    command: "`), Buffer.from([0xff, 0xfe, 0x22, 10])]),
    {
      says: /compose\.yaml: .*is not UTF-8 text/,
    },
  ),
  input('14-utf8-bom', 1, () => `\ufeff${CONTROL}`),
  input('15-utf16le-bom', 2, () => Buffer.from(`\ufeff${CONTROL}`, 'utf16le'), {
    says: /compose\.yaml: .*is not UTF-8 text/,
  }),
  input('16-crlf', 1, () => CONTROL.replaceAll('\n', '\r\n')),
  input('17-cr-only', 1, () => CONTROL.replaceAll('\n', '\r')),
  input('18-multidoc', 1, () => `${CONTROL}---\n${CALM}---\nservices: {}\n`),
  input('19-dup-keys', 2, () => `${CALM}    privileged: true\n    privileged: false\n`, {
    says: /compose\.yaml:5:5[\s\S]*twice|twice[\s\S]*compose\.yaml:5:5/,
  }),
  input('20-dup-services', 2, () => CALM + CONTROL, { says: /twice[\s\S]*compose\.yaml:4:1/ }),
  input('21-merge-self', 2, () => 'services:\n  web: &w\n    <<: *w\n    image: nginx:1.27\n', {
    says: /contain itself[\s\S]*compose\.yaml:3:9/,
  }),
  input('22-alias-self', 2, () => 'services:\n  web: &w\n    image: nginx:1.27\n    labels: *w\n', {
    says: /contain itself[\s\S]*compose\.yaml:4:13/,
  }),
  input('23-alias-undef', 2, () => 'services:\n  web:\n    <<: *nope\n    image: nginx:1.27\n', {
    says: /not defined[\s\S]*compose\.yaml:3:9/,
  }),
  input('24-empty', 2, () => '', {
    says: /compose\.yaml[\s\S]*empty compose file|empty compose file[\s\S]*compose\.yaml/,
  }),
  input('25-null-bytes', 2, () => `${CALM}    command: "a\0b"\n`, {
    says: /control characters[\s\S]*compose\.yaml:4:/,
  }),
  input('26-tab-indent', 2, () => 'services:\n\tweb:\n\t\timage: nginx:1.27\n', {
    says: /tab[\s\S]*compose\.yaml:2:1/,
  }),
  input(
    '27-proto-keys',
    1,
    () =>
      `${CONTROL}  __proto__:\n    image: redis:7\n    environment: { __proto__: x, constructor: y }\n  constructor: { image: nginx:1.27 }\n`,
  ),
  input('28-numeric-keys', 2, () => 'services:\n  1: { image: nginx:1.27 }\n  2.5: { image: nginx:1.27 }\n', {
    says: /[Nn]on-string key[\s\S]*compose\.yaml:2:3/,
  }),
  input('29-service-null', 2, () => 'services:\n  web:\n', { says: /compose\.yaml/ }),
  input('30-services-list', 2, () => 'services:\n  - web\n  - db\n', {
    says: /services must be a mapping[\s\S]*compose\.yaml:2:3/,
  }),
  input('31-binary-random', 2, () => noise(200_000), { says: /compose\.yaml: .*is not UTF-8 text/ }),
  input('32-long-line-1MB-key', 0, () => `services:\n  ${'k'.repeat(MIB)}: { image: nginx:1.27 }\n`),
  input('33-custom-tags', 2, () => 'services:\n  web: !!python/object/apply:os.system ["echo hello"]\n', {
    says: /compose\.yaml:2:/,
  }),
  input('34-extends-self', 2, () => 'services:\n  web: { image: nginx:1.27, extends: { service: web } }\n', {
    says: /Circular reference[\s\S]*compose\.yaml:2:/,
  }),
  input('35-extends-cycle', 2, () => services(100, (index) => `    extends: { service: s${(index + 1) % 100} }\n`), {
    says: /Circular reference[\s\S]*compose\.yaml:\d+:/,
  }),
  input('36-include-self', 2, () => `include: [compose.yaml]\n${CALM}`, {
    says: /include cycle[\s\S]*compose\.yaml:1:/,
  }),
  input('37-interp-nested-5k', 2, () => `${CALM}    command: "${'${A:-'.repeat(5_000)}x${'}'.repeat(5_000)}"\n`, {
    says: /compose\.yaml:4:/,
  }),
  input('38-redos-env-200KB', 0, () => `${CALM}    environment: { TEXT: "${'a@'.repeat(100_000)}" }\n`),
  input(
    '39-anchors-20k-merge-chain',
    2,
    () =>
      `x-0: &a0 { k: v }\n${repeat(20_000, (index) => `x-${index + 1}: &a${index + 1} { <<: *a${index} }\n`)}${CALM}`,
  ),
  input('40-100k-keys-one-map', 0, () => `${CALM}    labels:\n${repeat(100_000, (index) => `      k${index}: v\n`)}`),
  input('41-ports-range-huge', 0, () => `${CALM}    ports: ["1-65535:1-65535"]\n`),
  input('42-lone-surrogate', 0, () => `${CALM}    command: "\\ud800"\n`),
  input('43-fifo', 2, (folder) => pipe(path.join(folder, 'compose.yaml')), {
    says: /compose\.yaml: .*not a regular file/,
  }),
  input(
    '44-dir-symlink-loop',
    2,
    (folder) => {
      mkdirSync(path.join(folder, 'a/b'), { recursive: true });
      symlinkSync('..', path.join(folder, 'a/b/up'));
      symlinkSync('.', path.join(folder, 'a/self'));
    },
    { argv: ['check', '--recursive', 'a'], says: /no Compose file found in a$/m },
  ),
  input('45-broken-symlink', 2, linked('nowhere.yaml'), { says: /compose\.yaml: .*leads nowhere/ }),
  input('46-self-symlink', 2, linked('compose.yaml'), { says: /compose\.yaml: .*symbolic links/ }),
  input('47-symlink-dev-zero', 2, linked('/dev/zero'), { says: /compose\.yaml: .*(outside|not a regular file)/ }),
  input('48-dir-named-compose.yaml', 2, (folder) => mkdirSync(path.join(folder, 'compose.yaml')), {
    argv: ['check'],
    says: /compose\.yaml: .*is a directory/,
  }),
  input(
    '49-unreadable',
    // Nothing is unreadable to the superuser.
    process.getuid?.() === 0 ? 1 : 2,
    (folder) => {
      writeFileSync(path.join(folder, 'compose.yaml'), CONTROL);
      chmodSync(path.join(folder, 'compose.yaml'), 0);
    },
  ),
  input('50-missing', 2, () => ({}), { argv: ['check', 'nofile.yaml'], says: /nofile\.yaml: .*no such file/ }),
  input('51-name-newline-ansi', 1, () => ({ 'x\n\u001b[31mred.yaml': CONTROL }), {
    argv: ['check', 'x\n\u001b[31mred.yaml'],
    says: /x\\n\\u\{1b\}\[31mred\.yaml/,
  }),
];
