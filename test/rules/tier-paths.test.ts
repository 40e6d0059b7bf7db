/** Whom a finding of the tier rules names. */
import { missingTierSeparation } from '../../src/rules/missing-tier-separation';
import type { Draft } from '../../src/rules/rule';
import { analyzeTopology } from '../../src/topology/analyze';
import { projectOf } from '../support/project';

function findings(text: string): readonly Draft[] {
  const topology = analyzeTopology(projectOf(text));
  return [...missingTierSeparation.check({ project: topology.project, topology })];
}

const CRM = `services:
  app: { image: 'example/crm:3', ports: ['80:80'], environment: { DATABASE_HOST: db } }
  push: { image: 'example/crm:3', ports: ['81:80'], environment: { APP_HOST: app } }
  db: { image: 'mariadb:11' }
`;
const REPORT = `  report: { image: example/report, ports: ['82:80'], environment: { APP_HOST: app } }
`;

test('the program of a client may be a client, wherever it runs', () => {
  expect(findings(CRM)).toMatchObject([{ confidence: 'low', persona: 'pedantic', services: ['db', 'push'] }]);
});

test('a sure finding does not name those of whom it is not sure', () => {
  expect(findings(CRM + REPORT)).toMatchObject([{ confidence: 'medium', services: ['db', 'report'] }]);
});

test.each(['node:22', 'nginx:1.27'])('%s says nothing of what runs in it', (image) => {
  const text = CRM.replaceAll('example/crm:3', image);
  expect(findings(text)[0]?.services).toContain('push');
  expect(findings(text)[0]?.confidence).not.toBe('low');
});

test('where nobody else could be the client, the entry may be it', () => {
  const site = `services:
  web: { image: 'nginx:1.27', ports: ['80:80'] }
  db: { image: 'mysql:9' }
`;
  expect(findings(site)).toMatchObject([{ confidence: 'low', persona: 'pedantic' }]);
  expect(findings(`${site}  orders: { image: example/orders }\n`)).toMatchObject([{ confidence: 'medium' }]);
});
