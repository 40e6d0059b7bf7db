/** What is checked of a canonical tree beyond the schema, and where each problem lies. */
import { checkTree } from '../../src/compose/checks.js';
import { textOf } from '../../src/source/text.js';
import { yaml } from '../support/trees.js';

/** In the order of the tree: each message with the text of its place. */
function rows(text: string): readonly (readonly [message: string, place: string])[] {
  return checkTree(yaml(text)).map(({ message, at }) => [message, at ? textOf(at) : '']);
}

const CASES: readonly (readonly [text: string, ...expected: ReturnType<typeof rows>])[] = [
  ['volumes: { data: { external: true, name: real, x-note: 1 } }'],
  ['volumes: { data: { external: false, driver: local } }'],
  ['networks: { net: { external: true, driver: bridge, internal: true } }'],
  [
    'volumes: { data: { external: true, driver: local, labels: {} } }',
    ['volumes.data: conflicting parameters "external" and "driver" specified', 'driver'],
    ['volumes.data: conflicting parameters "external" and "labels" specified', 'labels'],
  ],
  ['secrets: { key: { file: ./key } }'],
  ['secrets: { key: { external: true } }'],
  ['secrets: { key: { driver: vault } }'],
  ['secrets: { key: {} }', ['secrets.key: one of file|environment must be set', 'key']],
  [
    'secrets: { key: { environment: KEY, file: ./key } }',
    ['secrets.key: file|environment attributes are mutually exclusive', 'environment'],
  ],
  ['configs: { app: { name: app } }', ['configs.app: one of file|environment|content must be set', 'app']],
  ['configs: { app: { content: text } }'],
  ['services: { web: { ports: [{ target: 80, host_ip: "::1" }, { target: 80 }] } }'],
  [
    'services: { web.one: { ports: [{ target: 80 }, { target: 80, host_ip: 10.0.0 }] } }',
    ['services.web.one.ports.[]: invalid ip address: 10.0.0', '10.0.0'],
  ],
  [
    'services: { web: { develop: { watch: [{ path: "", action: rebuild }] } } }',
    ["services.web.develop.watch.[].path: value can't be blank", 'path'],
  ],
  ['services: { web: { gpus: [{ count: 1 }, { device_ids: ["0"] }] } }'],
  [
    'services: { web: { gpus: [{ count: 1, device_ids: ["0"] }] } }',
    ['services.web.gpus.[]: "count" and "device_ids" attributes are exclusive', 'device_ids'],
  ],
  // What the schema has refused already is not our concern.
  ['volumes: [data]'],
  ['secrets: { key: text }'],
  ['services: { web: { ports: text, gpus: all, develop: 1 } }'],
];

test.each(CASES.map(([text, ...expected]) => [text, expected] as const))('%s', (text, expected) => {
  expect(rows(text)).toEqual(expected);
});
