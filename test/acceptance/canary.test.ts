/** Secrets are in the files, and in no output: those of the examples, forty planted ones, and those that try to get out. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { FORMAT_CHOICES } from '../../src/cli/commands.js';
import { main } from '../../src/cli/main.js';
import { FORMAT_NAMES } from '../../src/report/formats.js';
import { RULES } from '../../src/rules/index.js';
import { CANARIES, everythingSaid, PLANTED } from '../support/canaries.js';
import { ROOT } from '../support/shared.js';
import { run } from '../support/world.js';

const IN_EXAMPLES = ['maple-cedar-41', 'birch-harbor-77', 'willow-anchor-12'];
const EXAMPLES = readdirSync(path.join(ROOT, 'examples')).sort();

test('the formats on the command line are those of the table', () => {
  expect(FORMAT_CHOICES).toEqual(FORMAT_NAMES);
});

test.each(EXAMPLES.flatMap((example) => FORMAT_CHOICES.map((format) => [example, format] as const)))(
  '%s as %s',
  async (example, format) => {
    const { stdout, stderr } = await run(
      ['check', '--pedantic', '--verbose', '--format', format, `examples/${example}`],
      { cwd: ROOT },
    );
    for (const canary of IN_EXAMPLES) expect(stdout + stderr).not.toContain(canary);
  },
);

test.each(EXAMPLES.flatMap((example) => ['json', 'mermaid', 'dot', 'svg'].map((format) => [example, format] as const)))(
  'the graph of %s as %s',
  async (example, format) => {
    const { stdout, stderr } = await run(['graph', '--format', format, `examples/${example}`], { cwd: ROOT });
    expect(stdout).not.toBe('');
    for (const canary of IN_EXAMPLES) expect(stdout + stderr).not.toContain(canary);
  },
);

test('forty planted secrets are told by nobody', async () => {
  for (const [command, said] of await everythingSaid(PLANTED)) {
    for (const canary of CANARIES)
      expect([command, said.toLowerCase()]).not.toEqual([command, expect.stringContaining(canary)]);
  }
});

test('a rule that fails tells only that it failed', async () => {
  const rule = RULES.find(({ id }) => id === 'deprecated-links');
  if (!rule) throw new Error('no rule');
  const check = jest.spyOn(rule, 'check').mockImplementation(() => {
    throw new TypeError('cannot read canary07');
  });
  const said = await everythingSaid(PLANTED);
  check.mockRestore();
  expect(said.get('check --pedantic --no-ignores --debug')).toContain('deprecated-links failed: TypeError');
  for (const text of said.values()) expect(text).not.toContain('canary07');
});

test('a bug tells where it is, and not what it choked on', async () => {
  let stderr = '';
  const message = 'maple-07\n    at maple-08 (x.js:1:1)';
  const code = await main(['check', '--debug', '-'], {
    cwd: ROOT,
    env: {},
    stdout: () => {},
    stderr: (text) => {
      stderr += text;
    },
    now: () => 0,
    stdin: () => {
      throw new RangeError(message);
    },
    terminal: { stdout: false, stderr: false, columns: 100 },
  });
  expect(code).toBe(3);
  expect(stderr).toMatch(/internal error \(RangeError\n {4}at /);
  expect(stderr).not.toContain('maple');
});

/** Each is a project in which `LEAK` stands for the secret. */
const TRICKS: Readonly<Record<string, string | Readonly<Record<string, string>>>> = {
  'repeated where nobody looks': `
services:
  db:
    image: postgres:17
    environment: { POSTGRES_PASSWORD: LEAK, POSTGRES_HOST_AUTH_METHOD: trust }
    working_dir: /x/LEAK
    user: LEAK
    tmpfs: [/LEAK]
    domainname: LEAK.example
    cap_add: [NET_RAW]
    extra_hosts: ["LEAK:127.0.0.1"]
    volumes: ["./LEAK:/var/lib/postgresql/data", "/srv/x:/LEAK"]
    ports: ["5432:5432"]
  web:
    image: nginx
    volumes: ["./LEAK:/etc/x"]
    ports: ["80:80"]
    links: ["db:LEAK"]
    environment: { HOST: "LEAK.example:5432" }
`,
  'in names': `
name: leak
services:
  db-LEAK:
    image: postgres:17
    container_name: c-LEAK
    hostname: h-LEAK
    networks: { net-LEAK: { aliases: [a-LEAK] } }
    volumes: ["v-LEAK:/data", "u-LEAK:/data2"]
    secrets: [s-LEAK]
    environment: { POSTGRES_PASSWORD: LEAK, LEAK_PASSWORD: other-9-word, X_FILE: /run/secrets/LEAK }
    ports: ["5432:5432"]
  web:
    image: nginx
    depends_on: [db-LEAK, gone-LEAK]
    networks: [net-LEAK, default]
    links: ["db-LEAK:l-LEAK"]
    ports: ["80:80"]
networks: { net-LEAK: {} }
volumes: { v-LEAK: {} }
secrets: { q-LEAK: { file: ./LEAK.txt } }
`,
  'in the names of files': {
    'compose.yaml': `
services:
  db:
    image: postgres:17
    env_file: [LEAK.env, gone-LEAK.env]
    environment: { POSTGRES_PASSWORD: LEAK }
`,
    'LEAK.env': 'POSTGRES_HOST_AUTH_METHOD=trust\nOTHER=LEAK\n',
  },
  'encoded for a URL': `
services:
  db:
    image: postgres:17
    environment: { POSTGRES_PASSWORD: "Zq7/LEAK", POSTGRES_HOST_AUTH_METHOD: trust, OTHER: "x Zq7%2FLEAK y", LOWER: "x Zq7%2fLEAK y" }
  web:
    image: example/web
    environment: { URL: "postgres://u:Zq7%2FLEAK@db/x" }
`,
  'in an error of interpolation': `
services:
  db:
    image: postgres:17
    environment: { POSTGRES_PASSWORD: "LEAK", OTHER: "\${A:-LEAK" }
`,
  'in a value of the wrong type': `
services:
  db:
    image: postgres:17
    privileged: "\${A:-LEAK}"
    mem_limit: LEAK
    stop_grace_period: LEAK
    ports: ["LEAK"]
    depends_on: [LEAK]
    LEAK: 1
    environment: { POSTGRES_PASSWORD: LEAK }
`,
  'on the line of a syntax error': `
services:
  db:
    image: postgres:17
    environment:
      POSTGRES_PASSWORD: "LEAK
      OTHER: x
`,
  'in an escape that is none': `
services:
  db:
    environment: { POSTGRES_PASSWORD: "\\qLEAK" }
`,
  'in an unknown alias': 'services: { db: { environment: { POSTGRES_PASSWORD: *LEAK } } }\n',
  'in a number that is none': 'services: { db: { environment: { POSTGRES_PASSWORD: !!int LEAK } } }\n',
  'in defaults of what reach and graph read': `
services:
  db:
    image: postgres:17
    environment: { POSTGRES_PASSWORD: "\${P:-LEAK}" }
  web:
    image: example/web
    environment: { DATABASE_URL: "postgres://u:\${P:-LEAK}@\${H:-db}:\${PORT:-5432}/x" }
    command: wait-for \${H:-db} --password \${P:-LEAK}
    networks: [default, "\${NET:-LEAK}"]
    ports: ["\${PORT:-80}:80"]
`,
  'over several lines': `
services:
  db:
    image: postgres:17
    environment:
      POSTGRES_PASSWORD: |
        LEAK
        second-LEAK
      POSTGRES_HOST_AUTH_METHOD: trust
      OTHER: second-LEAK
`,
  'in an env file that cannot be read': {
    'compose.yaml': 'services: { db: { image: "postgres:17", env_file: db.env } }\n',
    'db.env': "POSTGRES_PASSWORD='LEAK\nB=1\n",
  },
  'in a line of an env file that says nothing': {
    'compose.yaml': 'services: { db: { image: "postgres:17", env_file: db.env } }\n',
    'db.env': 'POSTGRES PASSWORD LEAK=x\n',
  },
  'beside a trusting setting': {
    'compose.yaml':
      'services: { db: { image: "postgres:17", env_file: db.env, environment: { POSTGRES_PASSWORD: LEAK } } }\n',
    'db.env': 'POSTGRES_HOST_AUTH_METHOD=trust\nOTHER=LEAK\n',
  },
};

const LEAK = 'Zq7canary-LEAK42';

test.each(Object.entries(TRICKS))('nobody tells a secret %s', async (_name, trick) => {
  const written = typeof trick === 'string' ? { 'compose.yaml': trick } : trick;
  const planted = (text: string) => text.replaceAll('LEAK', LEAK).replaceAll('leak', LEAK.toLowerCase());
  const files = Object.fromEntries(Object.entries(written).map(([name, text]) => [planted(name), planted(text)]));
  expect(tellersOf(await everythingSaid(files), LEAK)).toEqual([]);
});

function tellersOf(said: ReadonlyMap<string, string>, secret: string): readonly string[] {
  return [...said].flatMap(([command, text]) =>
    text.split('\n').flatMap((line) => (line.includes(secret) ? [`${command}: ${line.trim()}`] : [])),
  );
}

test('nobody tells a secret in base64, wherever it begins', async () => {
  const pairs = ['', 'u:', 'user:'].map((head) => Buffer.from(head + LEAK).toString('base64'));
  const settings = pairs.map((text, index) => `      HEADER_${index}: Basic ${text}\n`).join('');
  const text = `services:\n  db:\n    image: postgres:17\n    environment:\n      POSTGRES_PASSWORD: ${LEAK}\n      POSTGRES_HOST_AUTH_METHOD: trust\n${settings}`;
  const said = await everythingSaid({ 'compose.yaml': text });
  for (const pair of pairs) expect(tellersOf(said, pair.slice(-8))).toEqual([]);
  expect([...said.values()].join('')).toContain('HEADER_0: Basic •••');
});

test('nobody tells a secret of three letters', async () => {
  const text =
    'services:\n  db:\n    image: postgres:17\n    environment:\n      POSTGRES_PASSWORD: q7Z\n      POSTGRES_HOST_AUTH_METHOD: trust\n      OTHER: q7Z\n';
  expect(tellersOf(await everythingSaid({ 'compose.yaml': text }), 'q7Z')).toEqual([]);
});

test('nobody tells a secret that is written in another way elsewhere', async () => {
  const text = `services:
  db:
    image: postgres:17
    environment:
      POSTGRES_PASSWORD: "Zq7\\x2dcanary$$9"
      POSTGRES_HOST_AUTH_METHOD: trust
      OTHER: Zq7-canary$$9
      PLAIN: 'it is Zq7-canary$9'
`;
  const said = await everythingSaid({ 'compose.yaml': text });
  expect([...tellersOf(said, 'canary$'), ...tellersOf(said, 'canary\\$')]).toEqual([]);
});
