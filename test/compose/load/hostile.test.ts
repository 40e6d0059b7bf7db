/** Input that tries to be too much: every load ends soon, and says why it gave up. */
import { load, messages } from '../../support/load.js';

const count = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);

test('includes that double at each level are cut off', () => {
  const files = Object.fromEntries(
    count(40).map((level) => [
      level === 0 ? 'compose.yaml' : `f${level}.yaml`,
      `include: [f${level + 1}.yaml, ./f${level + 1}.yaml]\nservices: {s${level}: {image: x}}\n`,
    ]),
  );
  const { problems } = load({ ...files, 'f40.yaml': 'services: {}\n' }, { limits: { files: 500 } });
  expect(messages(problems)).toContain('too many files are loaded (--limit files=500)');
});

test('long chains of includes and extends are cut off', () => {
  const includes = Object.fromEntries(
    count(300).map((level) => [level === 0 ? 'compose.yaml' : `f${level}.yaml`, `include: [f${level + 1}.yaml]\n`]),
  );
  expect(messages(load(includes).problems)).toContain(
    'includes are nested more than 100 levels deep (--limit include-depth=100)',
  );
  const services = count(300).map((index) => `  s${index}: {extends: s${index + 1}}\n`);
  const chain = { 'compose.yaml': `services:\n${services.join('')}  s300: {image: x}\n` };
  const tooDeep = 'services extend others more than 100 levels deep (--limit extends-depth=100)';
  expect(messages(load(chain).problems)).toContain(tooDeep);
  const backwards = { 'compose.yaml': `services:\n  s300: {image: x}\n${services.reverse().join('')}` };
  expect(messages(load(backwards).problems)).toContain(tooDeep);
});

test('services that copy a large one again and again are cut off', () => {
  const large = count(2_000).map((index) => `      k${index}: v\n`);
  const services = count(500).map((index) => `  s${index}: {extends: large}\n`);
  const files = {
    'compose.yaml': `services:\n  large:\n    image: x\n    labels:\n${large.join('')}${services.join('')}`,
  };
  const { problems } = load(files, { mode: 'analysis', limits: { copies: 100_000 } });
  expect(messages(problems)).toContain('the project is too large once everything is extended (--limit copies=100000)');
});

test('names of JavaScript objects are names like any other', () => {
  const files = {
    'compose.yaml': `services:
  __proto__: {image: x, environment: {__proto__: a, constructor: b}, depends_on: [constructor]}
  constructor: {image: y, labels: [__proto__=c]}
networks: {__proto__: {}, toString: {}}
`,
  };
  const { project } = load(files, { mode: 'analysis' });
  expect(project?.services.map(({ name }) => name)).toEqual(['__proto__', 'constructor']);
  expect(project?.services[0]?.environment.map(({ name }) => name)).toEqual(['__proto__', 'constructor']);
  expect(project?.networks.map(({ key }) => key)).toContain('__proto__');
});

test('a thousand services and five overriding files are one project', () => {
  const size = 1_000;
  const base = count(size).map((index) => `  s${index}: {image: x, ports: ["80"], networks: [n${index % 7}]}\n`);
  const networks = count(7).map((index) => `  n${index}: {}\n`);
  const overlays = count(5).map((layer): [string, string] => {
    const services = count(size).map((index) => `  s${index}: {environment: [K${layer}=${index}]}\n`);
    return [`over${layer}.yaml`, `services:\n${services.join('')}`];
  });
  const files = {
    'compose.yaml': `services:\n${base.join('')}networks:\n${networks.join('')}`,
    ...Object.fromEntries(overlays),
  };
  const { project } = load(files, { mode: 'analysis', files: Object.keys(files) });
  expect(project?.services).toHaveLength(size);
  expect(project?.services[999]?.environment.map(({ name }) => name)).toEqual(['K0', 'K1', 'K2', 'K3', 'K4']);
});
