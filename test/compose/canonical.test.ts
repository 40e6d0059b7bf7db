import { toCanonical } from '../../src/compose/canonical.js';
import { isUnknown } from '../../src/compose/project.js';
import { textOf } from '../../src/source/text.js';
import type { Mapping, Tree } from '../../src/source/tree.js';
import { at, plain, withUnknowns, yaml } from '../support/trees.js';

const STRICT = { mode: 'strict', lenient: false } as const;
const ANALYSIS = { mode: 'analysis', lenient: false } as const;

function service(body: string): Mapping {
  return yaml(`services: { a: { ${body} } }`);
}

function canonical(body: string, options: Parameters<typeof toCanonical>[1] = STRICT) {
  const { tree, problems } = toCanonical(service(body), options);
  return { a: at(tree, 'services', 'a'), messages: problems.map(({ message }) => message), problems };
}

function analyzed(body: string) {
  const { tree, problems } = toCanonical(withUnknowns(service(body)), ANALYSIS);
  return { a: at(tree, 'services', 'a'), problems };
}

function written(tree: Tree | undefined): string | undefined {
  return tree && textOf(tree.at);
}

describe('parts of a short form', () => {
  const places: readonly (readonly [body: string, path: readonly (string | number)[], text: string])[] = [
    ['ports: ["127.0.0.1:8080:80/udp"]', ['ports', 0, 'host_ip'], '127.0.0.1'],
    ['ports: ["127.0.0.1:8080:80/udp"]', ['ports', 0, 'published'], '8080'],
    ['ports: ["127.0.0.1:8080:80/udp"]', ['ports', 0, 'target'], '80'],
    ['ports: ["127.0.0.1:8080:80/udp"]', ['ports', 0, 'protocol'], 'udp'],
    ["ports: ['[::1]:8080-8081:80-81']", ['ports', 1, 'host_ip'], '::1'],
    ["ports: ['[::1]:8080-8081:80-81']", ['ports', 1, 'published'], '8080-8081'],
    ['ports: [80]', ['ports', 0, 'target'], '80'],
    ['ports: ["\\x38080:80"]', ['ports', 0, 'published'], '\\x38080'],
    ['volumes: [./data:/var//lib:ro]', ['volumes', 0, 'source'], './data'],
    ['volumes: [./data:/var//lib:ro]', ['volumes', 0, 'target'], '/var//lib'],
    ['volumes: [./data:/var//lib:ro]', ['volumes', 0, 'read_only'], 'ro'],
    ['volumes: [./data:/var//lib:ro]', ['volumes', 0], './data:/var//lib:ro'],
    ['devices: [/dev/a:/dev/b]', ['devices', 0, 'target'], '/dev/b'],
    ['networks: [front]', ['networks', 'front'], 'front'],
    ['depends_on: [db]', ['depends_on', 'db'], 'db'],
    ['build: ./app', ['build', 'context'], './app'],
    ['env_file: a.env', ['env_file', 0, 'path'], 'a.env'],
    ['build: { additional_contexts: [x=./y=z] }', ['build', 'additional_contexts', 'x'], './y=z'],
  ];
  test.each(places)('%s: %j is written "%s"', (body, path, text) => {
    expect(written(at(canonical(body).a, ...path))).toBe(text);
  });

  test('what nobody wrote says why it is there', () => {
    const protocol = at(canonical('ports: ["80"]').a, 'ports', 0, 'protocol');
    expect(protocol?.at.via).toEqual([{ how: 'default', reason: 'a port without a protocol is a TCP port' }]);
  });
});

describe('variables that are not set', () => {
  const forms: readonly (readonly [body: string, path: readonly (string | number)[], long: object])[] = [
    ['ports: ["${PORT}:80"]', ['ports', 0], { mode: 'ingress', target: 80, published: '${PORT}', protocol: 'tcp' }],
    [
      'ports: ["${IP}:8080:80/${PROTOCOL}"]',
      ['ports', 0],
      { mode: 'ingress', host_ip: '${IP}', target: 80, published: '8080', protocol: '${PROTOCOL}' },
    ],
    [
      'ports: ["8080:${PORT:-80:90}"]',
      ['ports', 0],
      { mode: 'ingress', target: '${PORT:-80:90}', published: '8080', protocol: 'tcp' },
    ],
    [
      'ports: ["${PORTS}"]',
      ['ports', 0],
      { mode: 'ingress', host_ip: '${PORTS}', target: '${PORTS}', published: '${PORTS}', protocol: 'tcp' },
    ],
    [
      'volumes: ["${DATA}:/config"]',
      ['volumes', 0],
      { type: 'volume', source: '${DATA}', target: '/config', volume: {} },
    ],
    [
      'volumes: ["${DATA}/x:/config:ro"]',
      ['volumes', 0],
      { type: 'bind', source: '${DATA}/x', target: '/config', read_only: true, bind: { create_host_path: true } },
    ],
    [
      'volumes: ["./x:${TARGET:?a:b}:${MODE}"]',
      ['volumes', 0],
      { type: 'bind', source: './x', target: '${TARGET:?a:b}', read_only: '${MODE}', bind: { create_host_path: true } },
    ],
    [
      'volumes: ["${VOLUME}"]',
      ['volumes', 0],
      { type: 'volume', source: '${VOLUME}', target: '${VOLUME}', volume: {} },
    ],
    ['devices: ["${A:?b:c}:/dev/x"]', ['devices', 0], { source: '${A:?b:c}', target: '/dev/x', permissions: 'rwm' }],
    ['ulimits: { nofile: "${N}" }', ['ulimits'], { nofile: '${N}' }],
  ];
  test.each(forms)('%s', (body, path, long) => {
    const { a, problems } = analyzed(body);
    expect(problems).toEqual([]);
    expect(plain(at(a, ...path))).toEqual(long);
  });

  test('only the parts that hang on them are unknown', () => {
    const { a } = analyzed('ports: ["127.0.0.1:${PORT}:80"]');
    const unknown = ['host_ip', 'published', 'target'].filter((key) => {
      const part = at(a, 'ports', 0, key);
      return part?.kind === 'scalar' && isUnknown(part);
    });
    expect(unknown).toEqual(['published']);
    expect(written(at(a, 'ports', 0, 'published'))).toBe('${PORT}');
  });

  test('a range of known ports is expanded beside an unknown one', () => {
    const { a } = analyzed('ports: ["${PORTS}:80-81"]');
    expect(plain(at(a, 'ports'))).toEqual([
      { mode: 'ingress', target: 80, published: '${PORTS}', protocol: 'tcp' },
      { mode: 'ingress', target: 81, published: '${PORTS}', protocol: 'tcp' },
    ]);
  });

  test('what is known to be wrong is still refused', () => {
    expect(analyzed('ports: ["${PORT}:99999"]').problems.map(({ message }) => message)).toEqual([
      'Invalid containerPort: 99999',
    ]);
  });
});

describe('what Compose refuses', () => {
  test.each([
    ['ports: ["80:80", "x:80", 81]', 'Invalid hostPort: x', '"x:80"'],
    ['ports: [80.5]', 'services.a.ports: invalid type float64 for port', '80.5'],
    ['volumes: ["ab::c"]', 'invalid spec: ab::c: empty section between colons', '"ab::c"'],
    ['devices: ["a:b:c:d"]', 'confusing device mapping, please use long syntax: a:b:c:d', '"a:b:c:d"'],
    ['build: 5', 'services.a.build: invalid type int for build', '5'],
    ['networks: [front, 5]', 'services.a.networks.[] must be a string', '5'],
    ['ulimits: { nofile: x }', 'services.a.ulimits.nofile: invalid type string for external', 'x'],
  ])('%s', (body, message, place) => {
    const { problems } = canonical(body);
    expect(problems.map((problem) => [problem.kind, problem.message, problem.at && textOf(problem.at)])).toEqual([
      ['refusal', message, place],
    ]);
  });

  test('the other parts go on', () => {
    const ports = at(canonical('ports: ["80:80", "x:80", 81]').a, 'ports');
    expect(ports?.kind === 'sequence' && ports.items.map((port) => plain(at(port, 'target')))).toEqual([80, 81]);
  });

  test('a URL in a message loses its password', () => {
    expect(canonical('build: { additional_contexts: ["https://u:secret@h"] }').messages).toEqual([
      'services.a.build.additional_contexts: invalid value …, expected key=value',
    ]);
  });
});

test('without interpolation, what does not parse stays as it is', () => {
  const { a, messages } = canonical('ports: ["${P}:80", "81"], volumes: ["${A}::b", "c:/ddd"]', {
    mode: 'strict',
    lenient: true,
  });
  expect(messages).toEqual([]);
  expect(plain(at(a, 'ports'))).toEqual(['${P}:80', '81']);
  expect(plain(at(a, 'volumes', 0))).toBe('${A}::b');
});

test('ranges of ports are expanded up to a limit', () => {
  const { a, problems } = canonical('ports: ["1-65535:1-65535", "127.0.0.2:1-65535:1-65535", "80"]');
  const ports = at(a, 'ports');
  expect(ports?.kind === 'sequence' && ports.items.length).toBe(65535 + 1);
  expect(problems.map(({ kind, at: place }) => [kind, place && textOf(place)])).toEqual([
    ['refusal', '"127.0.0.2:1-65535:1-65535"'],
  ]);
});

test('the old form of an external resource names it', () => {
  const { tree, problems } = toCanonical(yaml('networks: { n: { external: { name: x } } }'), STRICT);
  expect(plain(at(tree, 'networks', 'n'))).toEqual({ external: true, name: 'x' });
  expect(problems.map(({ kind }) => kind)).toEqual(['note']);
  expect(written(at(tree, 'networks', 'n', 'name'))).toBe('x');
});
