/** What `docker compose config --format json` prints: types, texts of numbers, words of commands. */

import { shellWords } from '../../../src/compose/output/shell-words.js';
import { formatDuration, parseDuration, parseSize } from '../../../src/compose/output/units.js';
import { configJson, modelJson } from '../../../src/compose/output.js';
import { config, configAt, load, messages } from '../../support/load.js';

test.each([
  ['1024', 1024n],
  ['64m', 67108864n],
  ['1.5 GB', 1610612736n],
  ['2KiB', 2048n],
  ['7b', 7n],
  ['', undefined],
  ['five', undefined],
  ['-1', undefined],
  ['5x', undefined],
  ['5kbb', undefined],
])('the size "%s"', (text, expected) => {
  const parsed = parseSize(text);
  expect(parsed.ok ? parsed.value : undefined).toBe(expected);
});

test.each([
  ['90s', '1m30s'],
  ['1.5h', '1h30m0s'],
  ['2d', '48h0m0s'],
  ['1w', '168h0m0s'],
  ['100ms', '100ms'],
  ['1500us', '1.5ms'],
  ['-10s', '-10s'],
  ['0', '0s'],
  ['10', undefined],
  ['s', undefined],
  ['1x', undefined],
  ['99999999w', undefined],
])('the duration "%s" prints as %s', (text, expected) => {
  const parsed = parseDuration(text);
  expect(parsed.ok ? formatDuration(parsed.value) : undefined).toBe(expected);
});

test.each([
  ['echo hi', ['echo', 'hi']],
  [`sh -c 'a b' "c d"`, ['sh', '-c', 'a b', 'c d']],
  ['a\\ b', ['a b']],
  ['a "" b', ['a', '', 'b']],
  ['a && b', ['a']],
  ['a $(b c) d', ['a', '$(b c)', 'd']],
  ['', []],
  ['a (b)', undefined],
  ['a "b', undefined],
])('the command %s', (line, expected) => {
  expect(shellWords(line)).toEqual(expected);
});

test.each([
  ['command: echo a', 'command', ['echo', 'a']],
  ['command: []', 'command', []],
  ['healthcheck: {test: curl x, interval: 90s}', 'healthcheck', { test: ['CMD-SHELL', 'curl x'], interval: '1m30s' }],
  ['mem_limit: 1g', 'mem_limit', '1073741824'],
  ['cpus: "0.1"', 'cpus', 0.1],
  ['extra_hosts: {b: "1.1.1.1", a: "[::1]"}', 'extra_hosts', ['a=::1', 'b=1.1.1.1']],
  ['ulimits: {nofile: 5, nproc: {soft: 1, hard: 2}}', 'ulimits', { nofile: 5, nproc: { soft: 1, hard: 2 } }],
  ['logging: {options: {max-file: 3}}', 'logging', { options: { 'max-file': '3' } }],
  ['labels: [a, b=c=d]', 'labels', { a: '', b: 'c=d' }],
  ['dns: 8.8.8.8', 'dns', ['8.8.8.8']],
  ['provider: {type: t, options: {a: [], b: [1]}}', 'provider', { type: 't', options: { b: ['1'] } }],
  ['extra_hosts: {a: []}', 'extra_hosts', null],
  [
    'blkio_config: {weight_device: [{path: /dev/a, weight: 0}], device_read_bps: [{path: /dev/a, rate: 0}]}',
    'blkio_config',
    { weight_device: [{ Path: '/dev/a', Weight: 0 }], device_read_bps: [{ Path: '/dev/a', Rate: '0' }] },
  ],
  ['labels: {x-a: 1}', 'labels', { '#extensions': 'map[x-a:1]' }],
  [
    'scale: 2\n    deploy: {mode: replicated}',
    'deploy',
    { mode: 'replicated', replicas: 2, resources: {}, placement: {} },
  ],
])('%s', (line, key, expected) => {
  const files = { 'compose.yaml': `services:\n  a:\n    image: x\n    ${line}\n` };
  expect(configAt(files, ['services', 'a', key])).toEqual(expected);
});

test('unused resources are left out, secrets never show their content, dollars are doubled', () => {
  const files = {
    'compose.yaml': `x-note: {a: $$1}
services: {a: {image: x, secrets: [used], command: ["$$HOME"]}}
secrets: {used: {environment: PASSWORD}, unused: {file: ./f}}
networks: {unused: {}}
`,
  };
  expect(config(files, { env: { PASSWORD: 'hunter2' } })).toEqual({
    name: 'project',
    'x-note': { a: '$$1' },
    services: {
      a: {
        command: ['$$HOME'],
        entrypoint: null,
        image: 'x',
        networks: { default: null },
        secrets: [{ source: 'used', target: '/run/secrets/used' }],
      },
    },
    networks: { default: { name: 'project_default', ipam: {} } },
    secrets: { used: { name: 'project_used', environment: 'PASSWORD' } },
  });
});

test.each([
  ['mem_limit: lots', "'services[a].mem_limit' invalid size: 'lots'"],
  ['stop_grace_period: 1x', `'services[a].stop_grace_period' time: unknown unit "x" in duration "1x"`],
  ['command: echo "', "'services[a].command' invalid command line string"],
  ['environment: ["A =1"]', "'services[a].environment' environment variable A  is declared with a trailing space"],
  [
    'blkio_config: {weight: "2"}',
    "'services[a].blkio_config.weight' expected type 'uint', got unconvertible type 'string'",
  ],
  [
    'deploy: {update_config: {parallelism: -1}}',
    "'services[a].deploy.update_config.parallelism' cannot parse value as 'uint': -1 overflows uint",
  ],
])('what cannot be bound is refused in words of Compose: %s', (line, expected) => {
  const files = { 'compose.yaml': `services:\n  a:\n    image: x\n    ${line}\n` };
  expect(messages(load(files).problems)).toEqual([expected]);
});

test('options of the driver of a secret are texts, unlike those of a network', () => {
  const files = (section: 'secrets' | 'networks', value: string) => ({
    'compose.yaml': `services: {a: {image: x}}\n${section}: {s: {${section === 'secrets' ? 'file: ./f, ' : ''}driver: d, driver_opts: {k: ${value}}}}\n`,
  });
  expect(messages(load(files('secrets', '1')).problems)).toEqual([]);
  expect(messages(load(files('networks', '1.5')).problems)).toEqual([]);
  expect(messages(load(files('secrets', '1.5')).problems)).toEqual([
    "'secrets[s].driver_opts[k]' expected type 'string', got unconvertible type 'float64'",
  ]);
});

test.each([
  ['memswap_limit: "1_000"', '1000'],
  ['memswap_limit: "1_0.5_0k"', '10752'],
])('digits may stand in groups: %s', (line, expected) => {
  const key = line.split(':', 1)[0] ?? '';
  expect(configAt({ 'compose.yaml': `services: {a: {image: x, ${line}}}\n` }, ['services', 'a', key])).toBe(expected);
});

test.each([
  ['size: 1.5', "'services[a].storage_opt[size]' expected type 'string', got unconvertible type 'float64'"],
  ['size: 1', undefined],
])('so are those of its storage: %s', (option, expected) => {
  const { problems } = load({ 'compose.yaml': `services: {a: {image: x, storage_opt: {${option}}}}\n` });
  expect(messages(problems)).toEqual(expected === undefined ? [] : [expected]);
});

test.each([
  ['off', []],
  ['false', []],
  ['on', ['env file /project/none.env not found: stat /project/none.env: no such file or directory']],
])('a file of variables is required or not, in the words of YAML 1.1, too: %s', (word, expected) => {
  const { problems } = load({
    'compose.yaml': `services: {a: {image: x, env_file: [{path: none.env, required: ${word}}]}}\n`,
  });
  expect(messages(problems)).toEqual(expected);
});

test.each([
  ['my-${UNSET}', 'my-'],
  ['${UNSET:-Shop}', 'shop'],
  ['${UNSET}', undefined],
])('a written name is interpolated, and no directory steps in for it: %s', (written, expected) => {
  const { project, problems } = load({ 'compose.yaml': `name: "${written}"\nservices: {a: {image: x}}\n` });
  expect(project?.name).toBe(expected);
  expect(messages(problems, 'refusal')).toEqual(expected === undefined ? ['project name must not be empty'] : []);
});

const BIND = {
  'compose.yaml': `services:
  a:
    image: x
    volumes: ["./a:/a", {type: bind, source: ./b, target: /b, bind: {}}]
`,
};

test('what goes without saying: as Compose 2 prints it, and as Compose 5 does', () => {
  const { project } = load(BIND);
  const binds = (terse: boolean) => {
    const json = project && configJson(project, { terse });
    return JSON.stringify(json).match(/"bind":\{[^}]*\}/g);
  };
  expect(binds(false)).toEqual(['"bind":{"create_host_path":true}', '"bind":{}']);
  expect(binds(true)).toEqual(['"bind":{}', '"bind":{}']);
});

test('the model of --no-interpolate is printed as it is', () => {
  const { project } = load(
    { 'compose.yaml': 'services: {a: {image: "x:${T}", ports: ["${P}:80"]}}\n' },
    { interpolate: false },
  );
  expect(JSON.parse(JSON.stringify(project && modelJson(project)))).toEqual({
    name: 'project',
    services: { a: { image: 'x:${T}', ports: ['${P}:80'], networks: { default: null } } },
    networks: { default: { name: 'project_default' } },
  });
});
