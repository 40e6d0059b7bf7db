/** What bulkhead says of an example in the documentation of its rules. */
import { analyze } from '../analysis/analyze.js';
import type { Finding, RuleDescriptor } from '../analysis/report.js';
import type { Host } from '../compose/host.js';
import { loadProject } from '../compose/load.js';
import { repositoryOf } from '../compose/repository.js';
import { RULES } from '../rules/index.js';
import { analyzeTopology } from '../topology/analyze.js';
import { DEFAULT_ENGINE } from '../topology/engine.js';
import { VERSION } from './version.js';

const FOLDER = '/example';

/** What a rule finds in one of its examples: a project of one file, in a repository that has the file of a secret, too. */
export function findingsIn({ id, docs }: RuleDescriptor, example: 'bad' | 'good'): readonly Finding[] {
  const host = hostOf({ 'compose.yaml': docs[example], 'db_password.txt': '', '.git/HEAD': '' });
  const { project } = loadProject(host, { mode: 'analysis', workingDirectory: FOLDER });
  if (!project) throw new Error(`the ${example} example of ${id} does not load`);
  const mode = docs.engine ?? 'compose';
  const topology = analyzeTopology(project, { engine: { mode } });
  const { findings } = analyze([{ project, topology, repository: repositoryOf(host, FOLDER) }], {
    rules: RULES,
    version: VERSION,
    persona: 'pedantic',
    engine: { line: DEFAULT_ENGINE.line, mode },
  });
  return findings.filter((finding) => finding.ruleId === id);
}

function hostOf(files: Readonly<Record<string, string>>): Host {
  const texts = new Map(Object.entries(files).map(([name, text]) => [`${FOLDER}/${name}`, text]));
  const names = [...texts.keys()];
  return {
    env: {},
    readFile: (path) => {
      const text = texts.get(path);
      return text === undefined ? { ok: false, reason: 'no such file or directory' } : { ok: true, text };
    },
    stat: (path) => {
      if (texts.has(path)) return 'file';
      return names.some((name) => name.startsWith(`${path}/`)) ? 'directory' : undefined;
    },
    list: () => Object.keys(files),
  };
}
