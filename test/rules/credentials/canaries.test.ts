/** Forty secrets, each in another place or shape of one project: every one is found, and none is told. */
import { loadProject } from '../../../src/compose/load';
import { repositoryOf } from '../../../src/compose/repository';
import { RULES } from '../../../src/rules/index';
import type { Draft } from '../../../src/rules/rule';
import { textOf } from '../../../src/source/text';
import { analyzeTopology } from '../../../src/topology/analyze';
import { CANARIES, PLANTED } from '../../support/canaries';
import { memoryHost } from '../../support/memory-host';

const FILES = Object.fromEntries(Object.entries(PLANTED).map(([name, text]) => [`/project/${name}`, text]));

function findings(): readonly Draft[] {
  const host = memoryHost(FILES);
  const { project, problems } = loadProject(host, { mode: 'analysis', workingDirectory: '/project' });
  if (!project) throw new Error(problems[0]?.message);
  const context = { project, topology: analyzeTopology(project), repository: repositoryOf(host, '/project') };
  return RULES.flatMap((rule) => [...rule.check(context)]);
}

const drafts = findings();

test.each(CANARIES)('%s is found', (canary) => {
  const found = drafts.flatMap((draft) => draft.secrets ?? []).map(textOf);
  expect(found.filter((text) => text.toLowerCase().includes(canary))).not.toEqual([]);
});

test('the place of a finding holds the secret and little else', () => {
  for (const draft of drafts) {
    for (const secret of draft.secrets ?? []) expect(textOf(secret)).not.toMatch(/\n.*\n.*\n/s);
  }
});

test('no finding tells one', () => {
  for (const draft of drafts) {
    const told = JSON.stringify([
      draft.message,
      draft.advice,
      draft.label,
      draft.related.map((place) => place.label),
      draft.evidence,
      draft.services,
    ]);
    expect(told.toLowerCase()).not.toContain('canary');
  }
});
