/** Top-level networks, volumes, secrets, configs and models. */
import fc from 'fast-check';
import { KEYS } from './attributes.js';
import { assignments, boolean, list, mostly, type Nodes, named, of, or, some } from './scalars.js';

const word = or(of('x', 'name-${A}', '"quoted"', 'some_name', '${U:-d}'));
const options = named(KEYS, or(of('x', '1', '"true"', '1.5', 'nfs')), 2);
const external: Nodes = fc.oneof(
  { weight: 4, arbitrary: boolean },
  { weight: 1, arbitrary: some({ name: of('outer') }) },
);
const nothing = of('', 'null', '{}');

const network = some({
  name: word,
  driver: of('bridge', 'overlay', 'none'),
  driver_opts: options,
  ipam: some({
    driver: of('default'),
    config: list(
      some({
        subnet: or(of('172.28.0.0/16', 'fd00::/64', '${SUBNET}')),
        ip_range: of('172.28.5.0/24'),
        gateway: of('172.28.5.254'),
        aux_addresses: named(of('h1', 'h2'), of('172.28.1.5')),
      }),
      2,
    ),
    options: named(KEYS, word, 2),
  }),
  external: mostly(of('false'), boolean, 30),
  internal: boolean,
  attachable: boolean,
  enable_ipv4: boolean,
  enable_ipv6: boolean,
  labels: assignments(KEYS),
  'x-net': word,
});
/** The name stands beside `external`, or in it. */
const outside = fc.oneof(
  { weight: 3, arbitrary: some({ external: or(of('true')), name: word }, ['external']) },
  { weight: 2, arbitrary: some({ external: some({ name: of('outer') }) }, ['external']) },
  { weight: 1, arbitrary: some({ external, name: word }, ['external']) },
);
const volume = fc.oneof(
  {
    weight: 3,
    arbitrary: some({
      name: word,
      driver: of('local'),
      driver_opts: options,
      labels: assignments(KEYS),
      'x-v': or(of('1', 'x', '1.50')),
    }),
  },
  { weight: 1, arbitrary: outside },
  { weight: 2, arbitrary: nothing },
);
const file = { file: of('./f.txt', '/abs/f', '~/f', '../f', '${U:-f}'), labels: assignments(KEYS), name: word };
const secret = fc.oneof(
  some(file, ['file']),
  some({ environment: of('A', 'ENV_ONLY', 'U'), name: word }, ['environment']),
  some({ external: of('true'), name: word }, ['external']),
  mostly(
    some({ driver: word, driver_opts: options, template_driver: word, file: of('./f') }, ['file']),
    some({ driver: word, external: boolean, name: word }),
  ),
);
const config = fc.oneof(
  some(file, ['file']),
  some({ content: of('text', '${A}', '|\na\nb ${A}\n', '"$$x"'), name: word }, ['content']),
  some({ environment: of('A', 'ENV_ONLY', 'U'), name: word }, ['environment']),
  some({ external: of('true'), name: word }, ['external']),
  mostly(some({ template_driver: word, file: of('./f') }, ['file']), some({ external: boolean, content: word })),
);
const model = some(
  { model: of('ai/x'), name: word, context_size: or(of('1', '4096'), of('"1"', '1.0')), runtime_flags: list(word, 2) },
  ['model'],
);

export const SECTIONS: Readonly<Record<string, { readonly names: readonly string[]; readonly value: Nodes }>> = {
  networks: {
    names: ['front', 'back', 'default'],
    value: fc.oneof(
      { weight: 4, arbitrary: network },
      { weight: 1, arbitrary: outside },
      { weight: 3, arbitrary: nothing },
    ),
  },
  volumes: { names: ['data', 'cache'], value: volume },
  secrets: { names: ['secret'], value: secret },
  configs: { names: ['config'], value: config },
  models: { names: ['llm'], value: model },
};
