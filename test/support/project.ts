/** Projects for tests of what stands above the loader. */
import { loadProject } from '../../src/compose/load';
import type { Project } from '../../src/compose/project';
import { memoryHost } from './memory-host';

const FOLDER = '/project';

/** The project of one file, as the analysis reads it, every profile active. */
export function projectOf(text: string, projectName = 'lab'): Project {
  const { project, problems } = loadProject(memoryHost({ [`${FOLDER}/compose.yml`]: text }, {}, FOLDER), {
    mode: 'analysis',
    workingDirectory: FOLDER,
    files: ['compose.yml'],
    projectName,
    profiles: ['*'],
  });
  if (project === undefined) throw new Error(`no project: ${problems.map(({ message }) => message).join('; ')}`);
  return project;
}
