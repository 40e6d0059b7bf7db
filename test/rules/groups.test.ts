/** What rules see only when several projects are given together. */
import { aliasCollision } from '../../src/rules/alias-collision';
import { duplicateNetworkName } from '../../src/rules/duplicate-network-name';
import type { Rule } from '../../src/rules/rule';
import { analyzeTopologies } from '../../src/topology/analyze';
import { projectOf } from '../support/project';

function messages(rule: Rule, texts: Readonly<Record<string, string>>): readonly string[] {
  const projects = Object.entries(texts).map(([name, text]) => projectOf(text, name));
  return analyzeTopologies(projects).flatMap((topology) =>
    [...rule.check({ project: topology.project, topology })].map(({ message }) => message),
  );
}

const meeting = (driver: string) => `
services:
  db:
    image: postgres:17
    networks: [meeting]
networks:
  meeting:
    name: meeting
    ${driver}
`;

test('two projects that create one network meet on it, and it is told once', () => {
  const found = messages(duplicateNetworkName, { shop: meeting('internal: false'), blog: meeting('internal: false') });
  expect(found).toEqual(['The projects `shop` and `blog` both create the network `meeting`, and so meet on it.']);
});

test('one that creates it and one that uses it is how it is meant', () => {
  expect(messages(duplicateNetworkName, { shop: meeting('internal: false'), blog: meeting('external: true') })).toEqual(
    [],
  );
});

test('one service name in two projects on a common network is told once', () => {
  const found = messages(aliasCollision, { shop: meeting('internal: false'), blog: meeting('external: true') });
  expect(found).toEqual(['`blog/db` and `db` all answer to `db` on `meeting`: who gets a connection is up to chance.']);
});
