/** What bulkhead says of an example in the documentation of its rules. */
import { analyze } from '../analysis/analyze.js';
import type { Finding, Report } from '../analysis/report.js';
import type { Host } from '../compose/host.js';
import { loadProject } from '../compose/load.js';
import { repositoryOf } from '../compose/repository.js';
import { RULES } from '../rules/index.js';
import { analyzeTopology } from '../topology/analyze.js';
import { DEFAULT_ENGINE, type EngineProfile } from '../topology/engine.js';
import { VERSION } from './version.js';

const FOLDER = '/example';

/** The report on a project of one file, in a repository that has the file of a secret, too. */
export function exampleReport(text: string, mode: EngineProfile['mode'] = 'compose'): Report {
  const host = hostOf({ 'compose.yaml': text, 'db_password.txt': '', '.git/HEAD': '' });
  const { project } = loadProject(host, { mode: 'analysis', workingDirectory: FOLDER });
  if (!project) throw new Error('an example does not load');
  const subject = {
    project,
    topology: analyzeTopology(project, { engine: { mode } }),
    repository: repositoryOf(host, FOLDER),
  };
  return analyze([subject], {
    rules: RULES,
    version: VERSION,
    persona: 'pedantic',
    engine: { line: DEFAULT_ENGINE.line, mode },
  });
}

/** What one rule finds in an example. */
export function findingsIn(text: string, ruleId: string): readonly Finding[] {
  const mode = RULES.find(({ id }) => id === ruleId)?.docs.engine;
  return exampleReport(text, mode).findings.filter((finding) => finding.ruleId === ruleId);
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
