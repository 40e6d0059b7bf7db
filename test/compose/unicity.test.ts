import { enforceUnicity } from '../../src/compose/unicity.js';
import { textOf } from '../../src/source/text.js';
import { at, plain, withUnknowns, yaml } from '../support/trees.js';

function unique(body: string) {
  const { tree, problems } = enforceUnicity(withUnknowns(yaml(`services: { a: { ${body} } }`)));
  return { a: at(tree, 'services', 'a'), problems };
}

test.each<[string, object]>([
  ['environment: [A=1, B, A, C=3]', { environment: ['A', 'B', 'C=3'] }],
  ['volumes: ["xx:/data", "./y:/data", "zz:/other"]', { volumes: ['./y:/data', 'zz:/other'] }],
  ['volumes: ["${A}:/data", "${B}:/data"]', { volumes: ['${B}:/data'] }],
  ['devices: ["/dev/a:/dev/x", { target: /dev/x }]', { devices: [{ target: '/dev/x' }] }],
  ['ports: ["80:80", 80, "80", "80:80"]', { ports: ['80:80', '80'] }],
  [
    'ports: [{ target: 80, published: "80" }, { target: 80, published: "80", host_ip: 0.0.0.0, protocol: tcp }]',
    { ports: [{ target: 80, published: '80', host_ip: '0.0.0.0', protocol: 'tcp' }] },
  ],
  [
    'ports: [{ target: 80, published: 80 }, { target: 80, published: "80" }]',
    {
      ports: [
        { target: 80, published: 80 },
        { target: 80, published: '80' },
      ],
    },
  ],
  ['expose: [80, "80"]', { expose: ['80'] }],
  ['secrets: [x, { source: y, target: /run/secrets/x }]', { secrets: [{ source: 'y', target: '/run/secrets/x' }] }],
  ['configs: [x, { source: x, target: /x }]', { configs: [{ source: 'x', target: '/x' }] }],
  ['env_file: [a.env, { path: a.env }]', { env_file: [{ path: 'a.env' }] }],
  ['networks: { n: { aliases: [x, y, x] } }', { networks: { n: { aliases: ['x', 'y'] } } }],
  ['security_opt: [x, x]', { security_opt: ['x', 'x'] }],
])('%s', (body, result) => {
  expect(unique(body).problems).toEqual([]);
  expect(plain(unique(body).a)).toEqual(result);
});

test.each([
  ['environment: [A=1, 5]', 'services.a.environment.[1]: unexpected type int', '5'],
  ['volumes: [{ source: x }]', 'service volume services.a.volumes.[0] is missing a mount target', '{ source: x }'],
  ['volumes: ["ab::c"]', 'invalid spec: ab::c: empty section between colons', '"ab::c"'],
  ['ports: [{ published: 80 }]', 'service ports services.a.ports.[0] is missing a target port', '{ published: 80 }'],
  ['expose: [1.5]', 'services.a.expose.[0]: unsupported expose value %!s(float64=1.5)', '1.5'],
  [
    'env_file: [{ required: true }]',
    'environment path attribute services.a.env_file.[0] is missing',
    '{ required: true }',
  ],
])('%s is refused', (body, message, place) => {
  const { problems } = unique(body);
  expect(problems.map((problem) => [problem.message, problem.at && textOf(problem.at)])).toEqual([[message, place]]);
});

test('what takes the place of an earlier item knows it', () => {
  const item = at(unique('environment: [A=1, A=2]').a, 'environment', 0);
  expect(item?.at.via.map((step) => step.how !== 'default' && [step.how, textOf(step.site)])).toEqual([
    ['override', 'A=1'],
  ]);
});

test('what is unique already comes back as the very same tree', () => {
  const tree = yaml('services: { a: { environment: [A=1], ports: ["80:80"] } }');
  expect(enforceUnicity(tree).tree).toBe(tree);
});
