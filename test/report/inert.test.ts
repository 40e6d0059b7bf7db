/** Wherever a text of a project comes from, and wherever it is printed, it is text: no control, command, markup or line of its own. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FORMAT_NAMES } from '../../src/report/formats.js';
import { folderWith } from '../support/folder.js';
import { diagramsIn, parseDiagrams } from '../support/mermaid.js';
import { type Outcome, run } from '../support/world.js';
import { parseXml } from '../support/xml.js';

const ATTACK = [
  'a\n::error::injected',
  '##[error]injected',
  '\n##[set-output name=x]y',
  '%0A::warning::injected',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '</svg> ]]> --> <!--',
  '\u001b[31m\u001b]8;;https://host.example\u0007\u009b31m',
  '\u202e\u2066\u200b\u2028\u2029\ufeff',
  '[a](javascript:alert(1)) | `b` ```',
  '"]; end; click n0 "javascript:alert(1)"',
  '%%{init: {}}%% \\" \\',
].join(' ');

const TEXT = JSON.stringify(ATTACK);
/** What a comment can hold: one line. */
const LINE = ATTACK.replaceAll(/[\n\u2028\u2029]/g, ' ').replaceAll(/\p{Cc}|\ufeff/gu, '');

interface Parts {
  readonly name?: string;
  readonly service?: string;
  readonly web?: string;
  readonly db?: string;
  readonly network?: string;
  readonly networkBody?: string;
  readonly rest?: string;
}

/** A project with findings of many rules around the part that is hostile. */
function project({
  name = 'shop',
  service = 'api',
  web = '',
  db = '',
  network = 'back',
  networkBody = '{}',
  rest = '',
}: Parts): string {
  return `name: ${name}
services:
  web:
    image: nginx:1.27
    ports: ["80:80"]
    networks: [${network}, front]
${web}
  ${service}:
    image: node:22
    environment: { PGHOST: db, PGPASSWORD: maple-cedar-41 }
    networks: [${network}]
  db:
    image: postgres:17
    ports: ["5432:5432"]
    environment: { POSTGRES_PASSWORD: maple-cedar-41 }
    networks: [${network}]
${db}
networks:
  front: {}
  ${network}: ${networkBody}
${rest}
`;
}

type Files = Readonly<Record<string, string>>;

const PLACES: readonly (readonly [string, Files])[] = [
  ['service', { 'compose.yaml': project({ service: TEXT }) }],
  ['network', { 'compose.yaml': project({ network: TEXT }) }],
  ['name of a network on the Engine', { 'compose.yaml': project({ networkBody: `{ name: ${TEXT} }` }) }],
  ['driver of a network', { 'compose.yaml': project({ networkBody: `{ driver: ${TEXT} }` }) }],
  [
    'alias',
    {
      'compose.yaml': project({ db: `    links: [${TEXT}]`, rest: '' }).replace(
        'networks: [back]\n    links',
        `networks: { back: { aliases: [${TEXT}] } }\n    links`,
      ),
    },
  ],
  ['name of the project', { 'compose.yaml': project({ name: TEXT }) }],
  [
    'key of a variable',
    {
      'compose.yaml': project({ web: `    environment: { ${JSON.stringify(`${ATTACK}_PASSWORD`)}: maple-cedar-41 }` }),
    },
  ],
  [
    'value of a variable',
    {
      'compose.yaml': project({
        web: `    environment: { DB_URL: ${JSON.stringify(`postgres://u:maple-cedar-41@db/${ATTACK}`)} }`,
      }),
    },
  ],
  [
    'label',
    { 'compose.yaml': project({ web: `    labels: { ${TEXT}: ${TEXT}, traefik.http.routers.x.rule: ${TEXT} }` }) },
  ],
  ['profile', { 'compose.yaml': project({ web: `    profiles: [${TEXT}]` }) }],
  ['image', { 'compose.yaml': project({ rest: '' }).replace('postgres:17', JSON.stringify(`postgres:${ATTACK}`)) }],
  [
    'command, health check, names of the container',
    {
      'compose.yaml': project({
        web: `    command: ["x", ${TEXT}, --password=maple-cedar-41]\n    healthcheck: { test: ["CMD", ${TEXT}] }\n    container_name: ${TEXT}\n    hostname: ${TEXT}`,
      }),
    },
  ],
  [
    'volume, secret and config',
    {
      'compose.yaml': project({
        web: `    volumes: [${JSON.stringify(`${ATTACK}:/x`)}]\n    secrets: [${TEXT}]`,
        rest: `volumes: { ${TEXT}: {} }\nsecrets: { ${TEXT}: { file: ${TEXT} } }\nconfigs: { ${TEXT}: { content: ${TEXT} } }`,
      }),
    },
  ],
  [
    'unknown key, wrong value',
    {
      'compose.yaml': project({
        web: `    ${TEXT}: x\n    restart: ${TEXT}\n    network_mode: ${TEXT}\n    depends_on: [${TEXT}]`,
      }),
    },
  ],
  [
    'include, extends, env_file',
    {
      'compose.yaml': project({
        web: `    extends: { file: ${TEXT}, service: ${TEXT} }\n    env_file: [${TEXT}]`,
        rest: `include: [${TEXT}]`,
      }),
    },
  ],
  [
    'variable that is missing',
    { 'compose.yaml': project({ web: `    user: "\${A:?${JSON.stringify(ATTACK).slice(1, -1)}}"` }) },
  ],
  ['comment', { 'compose.yaml': project({ web: `    # ${LINE}\n    # DB_PASSWORD: maple-cedar-41 ${LINE}` }) }],
  ['reason of a comment', { 'compose.yaml': project({ db: `    # bulkhead-ignore[published-data-port] ${LINE}` }) }],
  [
    'rule of a comment',
    { 'compose.yaml': project({ db: `    # bulkhead-ignore[${LINE.replaceAll(/[[\]]/g, '')}] x` }) },
  ],
  [
    'reason and owner in the configuration',
    {
      'compose.yaml': project({}),
      'bulkhead.yaml': `ignores: [{ rules: [published-data-port], reason: ${TEXT}, owner: ${TEXT} }]\n`,
    },
  ],
  ['unknown rule in the configuration', { 'compose.yaml': project({}), 'bulkhead.yaml': `rules: { ${TEXT}: off }\n` }],
  ['pattern in the configuration', { 'compose.yaml': project({}), 'bulkhead.yaml': `roles: { ${TEXT}: database }\n` }],
  ['.env', { 'compose.yaml': project({ web: '    user: "${U}"' }), '.env': `U=${LINE}\n${LINE}\n` }],
  [
    'baseline',
    {
      'compose.yaml': project({}),
      'bulkhead.yaml': 'baseline: base.json\n',
      'base.json': JSON.stringify({ [ATTACK]: ATTACK }),
    },
  ],
  ['file', { [`${ATTACK.replaceAll('/', '⁄').slice(0, 110)}.yaml`]: project({}) }],
  ['folder', { [`${ATTACK.replaceAll('/', '⁄').slice(0, 100)}/compose.yaml`]: project({ web: '    restart: 5' }) }],
];

const GRAPHS = ['json', 'mermaid', 'dot', 'svg'] as const;
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
/** What is printed of bulkhead's own accord. */
const OWN_COMMAND = /^::(error|warning|notice) (title=[a-z -]+[,:]|file=)/;

const diagrams: string[] = [];

function expectText({ code, stdout, stderr }: Outcome): void {
  expect(code).toBeLessThan(3);
  for (const text of [stdout, stderr]) {
    expect(text.replaceAll('\n', '')).not.toMatch(INVISIBLE);
    expect(text).not.toContain('maple-cedar-41');
    expect(text).not.toMatch(/^\s*(?:injected|##\[)/m);
  }
  expect(stderr).not.toMatch(/^\s*::/m);
}

const CHECKS: Readonly<Record<string, (stdout: string) => void>> = {
  pretty: (text) => expect(text).not.toMatch(/^\s*(?:::|##\[)/m),
  unix: (text) => expect(text).not.toMatch(/^\s*(?:::|##\[)/m),
  json: (text) => JSON.parse(text),
  sarif: (text) => JSON.parse(text),
  gitlab: (text) => JSON.parse(text),
  junit: (text) => parseXml(text),
  svg: (text) => {
    expect(text).not.toMatch(/<(?:script|img|a|foreignObject)\b|\son\w+=|javascript:[^"]*"\s*\//i);
    parseXml(text);
  },
  github: (text) => {
    for (const line of text.split('\n').filter((each) => /^\s*(?:::|##\[)/.test(each)))
      expect(line).toMatch(OWN_COMMAND);
  },
  markdown: (text) => {
    diagrams.push(...diagramsIn(text));
    const prose = text.replace(/^(`{3,})mermaid\n[\s\S]*?\n\1$/gm, '').replaceAll(/<br>|<\/?code>/g, '');
    expect(prose).not.toMatch(/[<>]/);
    expect(prose).not.toMatch(/\]\(/);
  },
  mermaid: (text) => {
    diagrams.push(text);
    expect(text.replaceAll('<br/>', '')).not.toMatch(/[<%{]|^\s*click/m);
  },
  dot: (text) => {
    // Outside of strings there are but words, numbers and the signs of the language.
    const rest = text.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""');
    expect(rest).not.toMatch(/[^\w\s"[\]{}=;,.#>-]|script|click|injected/);
  },
};

test.each(PLACES)(
  '%s',
  async (_, files) => {
    const cwd = folderWith({});
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true });
      writeFileSync(path.join(cwd, name), text);
    }
    const [first = ''] = Object.keys(files);
    const setting = { cwd, env: { HOME: cwd } };
    for (const format of FORMAT_NAMES) {
      const outcome = await run(['check', '--pedantic', '--verbose', '--format', format, first], setting);
      expectText(outcome);
      if (outcome.stdout !== '') CHECKS[format]?.(outcome.stdout);
    }
    for (const format of GRAPHS) {
      const outcome = await run(['graph', '--format', format, first], setting);
      expectText(outcome);
      if (outcome.stdout !== '') CHECKS[format]?.(outcome.stdout);
    }
    for (const argv of [
      ['reach', '--from', 'internet', '--transitive', '--path', first],
      ['reach', '--from', 'internet', '--transitive', '--format', 'json', '--path', first],
      ['reach', ATTACK, ATTACK, '--path', first],
      ['fix', first],
      ['baseline', first],
      ['check', '--strict', first],
      ['config', '--quiet', '-f', first],
      ['config', '--services', '-f', first],
      ['explain', ATTACK],
      ['check', `--${ATTACK}`],
      ['check', ATTACK],
      ['check', '--limit', `${ATTACK}=1`],
      ['check', '--format', ATTACK],
    ]) {
      expectText(await run(argv, setting));
    }
  },
  60_000,
);

test('all that was drawn is Mermaid', () => {
  expect(diagrams.length).toBeGreaterThan(PLACES.length);
  expect(parseDiagrams(diagrams)).toEqual(diagrams.map(() => null));
}, 60_000);
