/** The package as a library: what its entries export, from the bundles that are committed. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { folderWith } from '../support/folder.js';
import { ROOT } from '../support/shared.js';

const load = createRequire(path.join(ROOT, 'package.json'));

test('bulkhead/compose loads a project and gives what Compose prints of it', () => {
  const { configJson, diskHost, loadProject } = load('./dist/compose.js');
  const workingDirectory = folderWith({ 'compose.yaml': 'name: it\nservices:\n  web:\n    image: nginx:${TAG:-1}\n' });
  const { project, problems } = loadProject(diskHost({}), { workingDirectory, mode: 'strict' });
  expect(problems).toEqual([]);
  expect(configJson(project)).toMatchObject({ name: 'it', services: { web: { image: 'nginx:1' } } });
});

test('bulkhead gives the whole way from files to a report', () => {
  const { analyze, analyzeTopology, diskHost, FORMATS, loadProject, RULES } = load('./dist/index.js');
  const { project } = loadProject(diskHost({}), {
    workingDirectory: path.join(ROOT, 'examples/shop'),
    mode: 'analysis',
  });
  const subject = { project, topology: analyzeTopology(project) };
  const report = analyze([subject], {
    rules: RULES,
    version: '1',
    persona: 'regular',
    engine: { line: '28', mode: 'compose' },
  });
  expect(FORMATS.unix.render(report, {})).toContain('[missing-tier-separation]');
});
