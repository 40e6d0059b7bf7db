/** What holds for every project, shown on many that were put together by chance. */
import fc from 'fast-check';
import { configJson } from '../../../src/compose/output.js';
import type { Files } from '../../support/load.js';
import { load } from '../../support/load.js';

const FIELDS: readonly string[] = [
  'ports: ["80:80", "127.0.0.1:8000-8002:81-83/udp"]',
  'environment: {A: 1, B: "x y", C: }',
  'environment: [A=2, "D=a=b", E]',
  'volumes: ["./d:/d:ro", "data:/data", "/anonymous"]',
  'networks: [front]',
  'networks: {front: {aliases: [x]}, default: }',
  'command: sh -c "echo $$HOME"',
  'labels: [a, b=c]',
  'healthcheck: {test: curl x, interval: 1m30s}',
  'deploy: {replicas: 2, resources: {limits: {memory: 1g}}}',
  'build: {context: ./src, args: [X=1]}',
  'extends: base',
  'links: [base]',
  'depends_on: {base: {condition: service_healthy}}',
  'x-anything: {a: [1, 2.5, null]}',
  'extra_hosts: ["h:10.0.0.1"]',
  'tmpfs: [/run]',
  'profiles: [dev]',
];

const keyOf = (field: string): string => field.slice(0, field.indexOf(':'));

/** A service with fields of different names. */
const service = fc
  .uniqueArray(fc.constantFrom(...FIELDS), { selector: keyOf, maxLength: 6 })
  .map((fields) => ['image: x', ...fields].map((field) => `    ${field}\n`).join(''));

const project = fc.record({ web: service, worker: service, override: service }).map(
  ({ web, worker, override }): Files => ({
    'compose.yaml': `services:\n  base:\n    image: base\n  web:\n${web}  worker:\n${worker}networks: {front: {}}\nvolumes: {data: {}}\n`,
    'compose.override.yaml': `services:\n  web:\n${override.replace(/ {4}extends: base\n/, '')}`,
  }),
);

const ENV = { env: { E: 'outer' } };

function printed(files: Files): string | undefined {
  const { project: loaded } = load(files, ENV);
  return loaded && JSON.stringify(configJson(loaded));
}

test('loading the same files gives the same project', () => {
  fc.assert(
    fc.property(project, (files) => expect(load(files, ENV)).toEqual(load(files, ENV))),
    { numRuns: 30 },
  );
});

test('an empty override changes nothing', () => {
  fc.assert(
    fc.property(project, ({ 'compose.yaml': base = '' }) => {
      const alone = printed({ 'compose.yaml': base });
      expect(printed({ 'compose.yaml': base, 'compose.override.yaml': 'services: {}\n' })).toBe(alone);
    }),
    { numRuns: 60 },
  );
});

test('what config prints loads to itself', () => {
  fc.assert(
    fc.property(project, (files) => {
      const once = printed(files);
      if (once !== undefined) expect(printed({ 'compose.yaml': once })).toBe(once);
    }),
    { numRuns: 60 },
  );
});
