/** What the documentation of a rule promises: its bad example is found, its good one is silent, and no finding shows a secret. */
import { loadProject } from '../../src/compose/load';
import { repositoryOf } from '../../src/compose/repository';
import { RULES } from '../../src/rules/index';
import type { Draft, Rule } from '../../src/rules/rule';
import { textOf } from '../../src/source/text';
import { analyzeTopology } from '../../src/topology/analyze';
import { memoryHost } from '../support/memory-host';

function drafts(rule: Rule, text: string): readonly Draft[] {
  const host = memoryHost({ '/project/compose.yaml': text, '/project/db_password.txt': 'x', '/project/.git/HEAD': '' });
  const { project } = loadProject(host, { mode: 'analysis', workingDirectory: '/project' });
  if (!project) throw new Error(`the example of ${rule.id} does not load`);
  const repository = repositoryOf(host, '/project');
  const topology = analyzeTopology(project, { engine: { mode: rule.docs.engine ?? 'compose' } });
  return [...rule.check({ project, topology, repository })];
}

describe.each(RULES.map((rule): [string, Rule] => [rule.id, rule]))('%s', (id, rule) => {
  test('the bad example is found', () => {
    expect(drafts(rule, rule.docs.bad).length).toBeGreaterThan(0);
  });

  test('the good example is silent', () => {
    expect(drafts(rule, rule.docs.good)).toEqual([]);
  });

  test('no finding shows a secret', () => {
    for (const draft of drafts(rule, rule.docs.bad)) {
      const shown = [draft.message, draft.advice, draft.label, ...draft.related.map((place) => place.label)];
      const text = [...shown, ...Object.values(draft.evidence)].join('\n');
      for (const secret of draft.secrets ?? []) expect(text).not.toContain(textOf(secret));
    }
  });

  test('texts have the form that lists and formats need', () => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)+$/);
    expect(rule.title.length).toBeLessThanOrEqual(60);
    expect(rule.docs.summary).toMatch(/\.$/);
    expect(rule.docs.references.length).toBeGreaterThan(0);
  });
});
