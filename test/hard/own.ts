/** Inputs beyond the yardstick, each aimed at one stage of a run. */
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { CALM, CONTROL, type HardInput, input, pipe, repeat, services, writeAll } from './input.js';

const MIB = 1024 * 1024;

/** A service with this under it. */
const app = (rest: string) => `${CALM}${rest}`;

/** Every service on the networks that it is given. */
function connected(count: number, networks: number, ofService: (index: number) => readonly number[]): string {
  const body = (index: number) =>
    `    image: shop/app:1.0\n    networks: [${ofService(index)
      .map((each) => `n${each}`)
      .join(', ')}]\n`;
  return `${services(count, body)}networks:\n${repeat(networks, (index) => `  n${index}: {}\n`)}`;
}

const ENVIRONMENT: readonly HardInput[] = [
  input('env-200k-lines', 1, () => ({ 'compose.yaml': CONTROL, '.env': repeat(200_000, (index) => `K${index}=v\n`) })),
  input('env-doubling-values', 2, () => ({
    'compose.yaml': CONTROL,
    '.env': `V0=xxxxxxxx\n${repeat(40, (index) => `V${index + 1}=$V${index}$V${index}\n`)}`,
  })),
  input('env-open-quote-3MB', 2, () => ({ 'compose.yaml': CONTROL, '.env': `A="${'x\n'.repeat(MIB * 1.5)}` })),
  input('env-100k-open-expressions', 2, () => ({ 'compose.yaml': CONTROL, '.env': `A=${'${B:-'.repeat(100_000)}\n` })),
  input('env-is-a-pipe', 2, (folder) => {
    writeAll(folder, { 'compose.yaml': CONTROL });
    pipe(path.join(folder, '.env'));
  }),
  input('env-links-to-dev-zero', 2, (folder) => {
    writeAll(folder, { 'compose.yaml': CONTROL });
    symlinkSync('/dev/zero', path.join(folder, '.env'));
  }),
  input('env-name-1MB', 2, () => ({ 'compose.yaml': CONTROL, '.env': `${'N'.repeat(MIB)} x=1\n` })),
  input('env-binary', 2, () => ({ 'compose.yaml': CONTROL, '.env': Uint8Array.of(0xff, 0xfe, 0, 1) })),
  input('env-file-2k-of-them', 0, () => ({
    'compose.yaml': app(`    env_file: [${repeat(2_000, (index) => `e${index}.env, `)}]\n`),
    ...Object.fromEntries(
      Array.from({ length: 2_000 }, (_, index) => [`e${index}.env`, `K${index}=v\nSAME=${index}\n`]),
    ),
  })),
  input('env-file-shared-by-1k-services', 2, () => ({
    'compose.yaml': services(1_000, () => '    image: shop/app:1.0\n    env_file: [big.env]\n'),
    'big.env': repeat(500, (index) => `K${index}=v\n`),
  })),
  input(
    'compose-file-lists-20k',
    2,
    () => ({
      'compose.yaml': CONTROL,
      '.env': `COMPOSE_FILE=${repeat(20_000, (index) => `f${index}.yaml:`)}compose.yaml\n`,
    }),
    { argv: ['check'] },
  ),
];

const CONFIGURATION: readonly HardInput[] = [
  input(
    'config-laughs',
    2,
    () => ({
      'compose.yaml': CONTROL,
      'bulkhead.yaml': `a: &a0 [x]\n${repeat(30, (index) => `b${index}: &a${index + 1} [*a${index}, *a${index}]\n`)}`,
    }),
    { says: /bulkhead\.yaml:\d+:\d+/ },
  ),
  input(
    'config-100k-rules',
    2,
    () => ({
      'compose.yaml': CONTROL,
      'bulkhead.yaml': `rules:\n${repeat(100_000, (index) => `  rule-${index}: off\n`)}`,
    }),
    { says: /bulkhead\.yaml/ },
  ),
  input(
    'config-globs-explode',
    2,
    () => ({
      'compose.yaml': CONTROL,
      'bulkhead.yaml': `overrides: [{ paths: ["${'{a,b}'.repeat(40)}"], rules: {} }]\n`,
    }),
    { says: /bulkhead\.yaml:1:/ },
  ),
  input('config-globs-backtrack', 1, () => ({
    'compose.yaml': CONTROL,
    'bulkhead.yaml': `overrides:\n${repeat(100, () => `  - { services: ["${'*a'.repeat(200)}"], rules: { plaintext-credentials: low } }\n`)}`,
  })),
  input(
    'config-baseline-is-a-pipe',
    2,
    (folder) => {
      writeAll(folder, { 'compose.yaml': CONTROL, 'bulkhead.yaml': 'baseline: base.json\n' });
      pipe(path.join(folder, 'base.json'));
    },
    { says: /base\.json/ },
  ),
  input('config-baseline-outside', 2, () => ({ 'compose.yaml': CONTROL, 'bulkhead.yaml': 'baseline: /etc/passwd\n' }), {
    says: /outside/,
  }),
  input('config-is-random', 2, () => ({ 'compose.yaml': CONTROL, 'bulkhead.yaml': Uint8Array.of(0x80, 0x81, 0x82) }), {
    says: /bulkhead\.yaml: is not UTF-8/,
  }),
  input(
    'config-names-a-module',
    2,
    () => ({
      'compose.yaml': CONTROL,
      'bulkhead.yaml': 'plugins: [./evil.js]\nrules: {}\n',
      'evil.js': 'process.exit(0)',
    }),
    { says: /bulkhead\.yaml:1:1/ },
  ),
  input('baseline-deep-json', 2, () => ({ 'compose.yaml': CONTROL, 'base.json': `${'['.repeat(1_000_000)}` }), {
    argv: ['check', 'compose.yaml', '--baseline', 'base.json'],
    says: /base\.json/,
  }),
  input(
    'baseline-100k-entries',
    1,
    () => ({
      'compose.yaml': CONTROL,
      'base.json': JSON.stringify({
        schemaVersion: 1,
        findings: Array.from({ length: 30_000 }, (_, index) => ({
          fingerprint: index.toString(16).padStart(16, '0'),
          ruleId: 'plaintext-credentials',
          file: 'compose.yaml',
          services: ['db'],
        })),
      }),
    }),
    { argv: ['check', 'compose.yaml', '--baseline', 'base.json'] },
  ),
];

const COMMENTS: readonly HardInput[] = [
  input('comments-50k-ignores', 0, () =>
    services(
      2,
      () =>
        `    image: shop/app:1.0\n${repeat(25_000, () => '    # bulkhead-ignore[plaintext-credentials] known to us\n')}`,
    ),
  ),
  input('comments-ignore-1MB', 1, () => `${CONTROL}# bulkhead-ignore[${'a,'.repeat(MIB / 2)}] x\n`),
  input('comments-200k-lines', 1, () => CONTROL + repeat(200_000, () => '# x\n')),
  input(
    'comments-100k-credentials',
    1,
    () => CONTROL + repeat(80_000, (index) => `#  DB_PASSWORD: maple-${index}-oak\n`),
    { argv: ['check', '--pedantic', 'compose.yaml'] },
  ),
];

const NETWORKS: readonly HardInput[] = [
  input('networks-2k-services-2k', 0, () =>
    connected(2_000, 2_000, (index) => [...new Set([index, (index + 1) % 2_000, (index * 7) % 2_000])]),
  ),
  input('networks-300-everywhere', 0, () => connected(300, 300, () => Array.from({ length: 300 }, (_, each) => each))),
  input('network-of-10k', 0, () => services(10_000, () => '    image: shop/app:1.0\n')),
  input(
    'aliases-50k',
    0,
    () =>
      `${app('    networks:\n      default:\n        aliases:\n')}${repeat(50_000, (index) => `        - a${index}\n`)}`,
  ),
  input('aliases-all-the-same', 0, () =>
    services(3_000, () => '    image: shop/app:1.0\n    networks: { default: { aliases: [same, same2] } }\n'),
  ),
  input(
    'alias-lists-shared-by-anchor',
    2,
    () =>
      `x-a: &a [${repeat(500, (index) => `a${index}, `)}]\n${services(2_000, () => '    image: shop/app:1.0\n    networks: { default: { aliases: *a } }\n')}`,
    { says: /--limit nodes=|excessive aliasing/ },
  ),
  input('namespaces-chain-5k', 0, () =>
    services(
      5_000,
      (index) => `    image: shop/app:1.0\n${index > 0 ? `    network_mode: service:s${index - 1}\n` : ''}`,
    ),
  ),
  input('namespaces-cycle-5k', 2, () =>
    services(5_000, (index) => `    image: shop/app:1.0\n    network_mode: service:s${(index + 1) % 5_000}\n`),
  ),
  input(
    'subnets-10k-overlap',
    0,
    () =>
      `${app('')}networks:\n${repeat(5_000, (index) => `  n${index}: { ipam: { config: [{ subnet: 10.${index % 200}.0.0/16 }] } }\n`)}`,
  ),
  input(
    'networks-5k-of-one-name',
    0,
    () => `${app('    networks: [n0, n1]\n')}networks:\n${repeat(5_000, (index) => `  n${index}: { name: same }\n`)}`,
    { says: /duplicate-network-name/ },
  ),
];

const PORTS: readonly HardInput[] = [
  input(
    'ports-full-range-20-services',
    2,
    () => services(20, () => '    image: shop/app:1.0\n    ports: ["1-65535:1-65535"]\n'),
    { says: /--limit ports=/ },
  ),
  input('ports-50k-times-the-same', 0, () => app(`    ports:\n${repeat(50_000, () => '    - "8080:80"\n')}`)),
  input('ports-100k-different', 0, () => app(`    ports:\n${repeat(50_000, (index) => `    - "${index + 1}:80"\n`)}`)),
  input('ports-long-form-30k', 0, () =>
    app(`    ports:\n${repeat(30_000, (index) => `    - { target: ${index + 1}, published: "${index + 1}" }\n`)}`),
  ),
  input('ports-2k-services-25-each', 0, () =>
    services(2_000, (index) => `    image: shop/app:1.0\n    ports: ["${index * 25 + 1}-${index * 25 + 25}:1-25"]\n`),
  ),
  input('ports-absurd-numbers', 2, () => app('    ports: ["1-99999999999999999999:1"]\n'), {
    says: /compose\.yaml:4:13/,
  }),
  input('expose-60k', 0, () => app(`    expose:\n${repeat(60_000, (index) => `    - "${index + 1}"\n`)}`)),
];

const REFERENCES: readonly HardInput[] = [
  input(
    'include-chain-200',
    2,
    () =>
      Object.fromEntries(
        Array.from({ length: 200 }, (_, index) => [
          index === 0 ? 'compose.yaml' : `f${index}.yaml`,
          `include: [f${index + 1}.yaml]\n`,
        ]),
      ),
    { says: /--limit include-depth=/ },
  ),
  input(
    'include-fan-out-10^6',
    2,
    () =>
      Object.fromEntries(
        Array.from({ length: 7 }, (_, level) => [
          level === 0 ? 'compose.yaml' : `l${level}.yaml`,
          level === 6 ? CALM : `include: [${repeat(10, () => `l${level + 1}.yaml, `)}]\n`,
        ]),
      ),
    { says: /--limit files=/ },
  ),
  input('include-10k-missing', 2, () => `include:\n${repeat(10_000, (index) => `- m${index}.yaml\n`)}${CALM}`),
  input('include-etc-passwd', 2, () => `include: [/etc/passwd]\n${CALM}`, { says: /outside/ }),
  input(
    'extends-chain-10k',
    2,
    () =>
      services(10_000, (index) =>
        index === 9_999 ? '    image: shop/app:1.0\n' : `    extends: { service: s${index + 1} }\n`,
      ),
    { says: /--limit extends-depth=/ },
  ),
  input(
    'extends-chain-10k-backwards',
    2,
    () =>
      services(10_000, (index) =>
        index === 0 ? '    image: shop/app:1.0\n' : `    extends: { service: s${index - 1} }\n`,
      ),
    { says: /--limit extends-depth=/ },
  ),
  input(
    'extends-fan-of-a-large-one',
    0,
    () =>
      `${services(3_000, () => '    extends: { service: base }\n')}  base:\n    image: shop/app:1.0\n    labels:\n${repeat(20, (index) => `      k${index}: v\n`)}`,
  ),
  input(
    'extends-copies-explode',
    2,
    () =>
      `${services(5_000, () => '    extends: { service: base }\n')}  base:\n    image: shop/app:1.0\n    labels:\n${repeat(5_000, (index) => `      k${index}: v\n`)}`,
    { says: /--limit copies=/ },
  ),
  input('extends-10k-files-missing', 2, () =>
    services(10_000, (index) => `    extends: { service: x, file: m${index}.yaml }\n`),
  ),
  input('depends-chain-10k', 0, () =>
    services(10_000, (index) =>
      `    image: shop/app:1.0\n    depends_on: [s${Math.min(index + 1, 9_999) === index ? 0 : index}]\n`.replace(
        / {4}depends_on: \[s\d+\]\n/,
        index < 9_999 ? `    depends_on: [s${index + 1}]\n` : '',
      ),
    ),
  ),
  input('depends-cycle-5k', 2, () =>
    services(5_000, (index) => `    image: shop/app:1.0\n    depends_on: [s${(index + 1) % 5_000}]\n`),
  ),
  input('depends-everybody-on-everybody', 0, () =>
    services(400, (index) => `    image: shop/app:1.0\n    depends_on: [${repeat(index, (each) => `s${each}, `)}]\n`),
  ),
  input(
    'links-10k',
    2,
    () =>
      services(
        5_000,
        (index) =>
          `    image: shop/app:1.0\n    links: ["s${(index + 1) % 5_000 === 0 ? 1 : index + 1 < 5_000 ? index + 1 : 1}"]\n`,
      ),
    { argv: ['check', 'compose.yaml', '--fail-on', 'never'], says: /dependency cycle/ },
  ),
  input(
    'volumes-shared-by-5k',
    0,
    () => `${services(5_000, () => '    image: shop/app:1.0\n    volumes: [data:/data]\n')}volumes: { data: {} }\n`,
  ),
  input(
    'secrets-10k',
    0,
    () => `${app('')}secrets:\n${repeat(10_000, (index) => `  k${index}: { file: ./k${index}.txt }\n`)}`,
  ),
  input('urls-5k-services-name-each-other', 0, () =>
    services(
      5_000,
      (index) =>
        `    image: shop/app:1.0\n    environment: { A_URL: "http://s${(index + 1) % 5_000}:80/", B_URL: "http://s${(index * 7) % 5_000}/" }\n`,
    ),
  ),
];

const YAML: readonly HardInput[] = [
  input(
    'yaml-merge-list-of-5k',
    0,
    () =>
      `${repeat(2_000, (index) => `x-${index}: &m${index} { k${index}: v }\n`)}${app(`    labels: { <<: [${repeat(2_000, (index) => `*m${index}, `)}] }\n`)}`,
  ),
  input('yaml-anchors-100k', 0, () => CALM + repeat(100_000, (index) => `x-${index}: &n${index} v\n`)),
  input(
    'yaml-alias-graph',
    2,
    () =>
      `x-0: &a0 [x, x, x, x, x, x, x, x, x, x]\n${repeat(1_000, (index) => `x-${index + 1}: &a${index + 1} [${repeat(10, (each) => `*a${Math.max(0, index - each)}, `)}]\n`)}${CALM}`,
  ),
  input('yaml-100k-duplicates', 2, () => CALM + repeat(100_000, () => '    k: v\n')),
  input('yaml-100k-mistakes', 2, () => `${CALM}    command:\n${repeat(100_000, () => '    - "a" b\n')}`),
  input('yaml-100k-unknown-keys', 2, () => CALM + repeat(100_000, (index) => `    key${index}: v\n`)),
  input(
    'yaml-100k-wrong-types',
    2,
    () => `${CALM}    environment:\n${repeat(100_000, (index) => `      K${index}: [x]\n`)}`,
  ),
  input('yaml-1k-documents', 2, () => repeat(1_000, () => `---\n${CALM}`), { says: /--limit documents=/ }),
  input(
    'yaml-50k-resets',
    0,
    () => `${app('    labels:\n')}${repeat(50_000, (index) => `      k${index}: !reset null\n`)}`,
  ),
  input('yaml-complex-keys', 2, () => CALM + repeat(20_000, (index) => `    ? [a, ${index}]\n    : v\n`)),
  input('yaml-unclosed-quote-4MB', 2, () => `${CALM}    command: "${'x y\n      '.repeat(400_000)}`, {
    says: /compose\.yaml:\d+:/,
  }),
  input('yaml-many-open-brackets', 2, () => CALM + repeat(50_000, (index) => `    k${index}: [a, b\n`)),
  input(
    'yaml-block-scalar-1M-lines',
    2,
    () => `${CALM}    labels:\n      text: |\n${repeat(500_000, () => '        x\n')}`,
    { says: /is larger than/ },
  ),
  input(
    'yaml-one-line-4MB',
    0,
    () => `{ services: { app: { image: shop/app:1.0, labels: [${repeat(150_000, (index) => `"k${index}=v", `)}] } } }`,
  ),
  input('yaml-wide-indentation', 0, () => `services:\n${' '.repeat(2_000_000)}app: { image: shop/app:1.0 }\n`),
  input('yaml-directives', 2, () => `${repeat(50_000, () => '%FOO bar\n')}---\n${CALM}`, { says: /unknown directive/ }),
  input('yaml-only-line-feeds', 2, () => '\n'.repeat(3_000_000), { says: /empty compose file/ }),
  input('yaml-only-colons', 2, () => ':'.repeat(500_000)),
  input('yaml-only-dashes', 2, () => '- '.repeat(90)),
  input('yaml-tags-and-bangs', 2, () => `services: ${'!a '.repeat(100_000)}x`),
];

/** Texts that would make a careless regular expression go back again and again. */
const TEXTS: readonly (readonly [string, string])[] = [
  ['url', `http://${'a:'.repeat(100_000)}@`],
  ['userinfo', `postgres://${'u'.repeat(200_000)}:`],
  ['hosts', 'db:5432,'.repeat(30_000)],
  ['jwt', `eyJ${'a'.repeat(100_000)}.${'b'.repeat(100_000)}`],
  ['spaces', ' '.repeat(300_000)],
  ['dashes', '-p '.repeat(100_000)],
  ['quotes', `'`.repeat(100_000)],
  ['backslashes', '\\'.repeat(200_000)],
  ['dollars', '$$'.repeat(200_000)],
  ['expressions', '${A}'.repeat(60_000)],
  ['assignments', 'A=B '.repeat(60_000)],
  ['base64', 'QUJD'.repeat(60_000)],
  ['backticks', 'Host(`a`) || '.repeat(20_000)],
  ['words', 'password '.repeat(30_000)],
  ['slashes', '/'.repeat(300_000)],
  ['dots', '1.'.repeat(150_000)],
];

/** Quotes that shells understand, but Docker's own reader of command lines refuses. */
const NO_COMMAND = 'backticks';

/** Of variables that nobody sets: any other text is no port, and no name of a container, to Docker. */
const NOTHING = 'expressions';

const BACKTRACKING: readonly HardInput[] = TEXTS.flatMap(([name, text]) => {
  const quoted = JSON.stringify(text);
  return [
    input(
      `text-${name}-in-values`,
      name === NO_COMMAND ? 2 : 1,
      () =>
        `${CONTROL}      DB_URL: ${quoted}\n      API_TOKEN: ${quoted}\n      PLAIN: ${quoted}\n    command: ["x", ${quoted}]\n    entrypoint: ${quoted}\n`,
    ),
    input(`text-${name}-elsewhere`, name === NOTHING ? 1 : 2, () =>
      `${CONTROL}    labels: { a: ${quoted}, traefik.http.routers.x.rule: ${quoted} }\n    healthcheck: { test: ["CMD-SHELL", ${quoted}] }\n    container_name: ${quoted}\n    volumes: [${quoted}]\n    links: [${quoted}]\n    ports: [${quoted}]\n    image: ${quoted}\n`.replace(
        '    image: postgres:17\n',
        '',
      ),
    ),
  ];
});

const NAMES: readonly HardInput[] = [
  input('name-1MB-service', 1, () => CONTROL.replace('web:', `${'w'.repeat(MIB)}:`)),
  input(
    'name-1MB-network',
    1,
    () => `${CONTROL}    networks: [${'n'.repeat(MIB)}]\nnetworks: { ${'n'.repeat(MIB)}: {} }\n`,
  ),
  input('name-1MB-project', 1, () => `name: ${'p'.repeat(MIB)}X\n${CONTROL}`),
  input('name-right-to-left', 2, () => CONTROL.replace('web:', '"\u202ebew\u202c":'), { says: /not allowed/ }),
  input(
    'name-1k-of-10kB',
    0,
    () => `services:\n${repeat(300, (index) => `  ${'s'.repeat(10_000)}${index}: { image: shop/app:1.0 }\n`)}`,
  ),
  input(
    'replicas-10^18',
    0,
    () => app('    scale: 1000000000000000000\n    deploy: { replicas: 999999999999999999 }\n'),
    { argv: ['check', 'compose.yaml'] },
  ),
  input('profiles-10k', 0, () =>
    services(2_000, (index) => `    image: shop/app:1.0\n    profiles: [p${index}, q, r${index % 7}]\n`),
  ),
];

const FINDINGS: readonly HardInput[] = [
  input('findings-50k-credentials', 1, () =>
    services(
      2_000,
      (service) =>
        `    image: shop/app:1.0\n    environment:\n${repeat(25, (index) => `      DB${index}_PASSWORD: maple-${service}-${index}\n`)}`,
    ),
  ),
  input('findings-5k-stores-published', 1, () =>
    services(
      5_000,
      (index) =>
        `    image: postgres:17\n    ports: ["${index + 1}:5432"]\n    environment: { POSTGRES_PASSWORD: maple-cedar-${index} }\n`,
    ),
  ),
  input('findings-one-password-everywhere', 1, () =>
    services(5_000, () => '    image: shop/app:1.0\n    environment: { DB_PASSWORD: maple-cedar-41 }\n'),
  ),
];

const FILES: readonly HardInput[] = [
  input(
    'files-3k-projects',
    1,
    (folder) =>
      writeAll(
        folder,
        Object.fromEntries(
          Array.from({ length: 3_000 }, (_, index) => [`d${index}/compose.yaml`, index === 0 ? CONTROL : CALM]),
        ),
      ),
    { argv: ['check', '--recursive'] },
  ),
  input(
    'files-300-overrides',
    1,
    () =>
      Object.fromEntries([
        ['compose.yaml', CONTROL],
        ...Array.from({ length: 300 }, (_, index) => [
          `o${index}.yaml`,
          `services: { web: { labels: { l${index}: x } } }\n`,
        ]),
      ]),
    {
      argv: [
        'check',
        '-f',
        'compose.yaml',
        ...Array.from({ length: 300 }, (_, index) => ['-f', `o${index}.yaml`]).flat(),
      ],
    },
  ),
  input('files-deep-folders', 2, (folder) => writeAll(folder, { [`${'d/'.repeat(900)}compose.yaml`]: CONTROL }), {
    argv: ['check', '--recursive'],
    says: /--limit\s+search-depth=/,
  }),
  input(
    'files-gitignore-100k',
    1,
    (folder) =>
      writeAll(folder, {
        'compose.yaml': CONTROL,
        '.git/HEAD': '',
        '.gitignore': repeat(100_000, (index) => `${'**/'.repeat(20)}x${index}*a*b*c\n`),
        ...Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`d${index}/compose.yaml`, CALM])),
      }),
    { argv: ['check', '--recursive'] },
  ),
  input(
    'files-lists-merged',
    0,
    () =>
      Object.fromEntries(
        [0, 1, 2].map((file) => [
          `o${file}.yaml`,
          app(
            `    ports:\n${repeat(8_000, (index) => `    - "${file * 8_000 + index + 1}:80"\n`)}    volumes:\n${repeat(8_000, (index) => `    - v${file}-${index}:/v${index}\n`)}    dns: [1.1.1.1]\n`,
          ),
        ]),
      ),
    { argv: ['config', '--quiet', '--no-consistency', '-f', 'o0.yaml', '-f', 'o1.yaml', '-f', 'o2.yaml'] },
  ),
];

export const OWN: readonly HardInput[] = [
  ...ENVIRONMENT,
  ...CONFIGURATION,
  ...COMMENTS,
  ...NETWORKS,
  ...PORTS,
  ...REFERENCES,
  ...YAML,
  ...BACKTRACKING,
  ...NAMES,
  ...FINDINGS,
  ...FILES,
];
