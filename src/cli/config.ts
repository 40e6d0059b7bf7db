/** `bulkhead config`: the project as Docker Compose resolves it. */
import { loadProject } from '../compose/load.js';
import { configJson, modelJson } from '../compose/output.js';
import type { Problem } from '../compose/problem.js';
import { configYaml } from '../report/config-yaml.js';
import { printable } from '../source/printable.js';
import { regionOf } from '../source/text.js';
import type { Command } from './arguments.js';
import { hostOf } from './host.js';
import { selectionOf } from './options.js';
import { EXIT, type World } from './world.js';

export const config: Command = (parsed, world) => {
  const interpolate = !parsed.flag('no-interpolate');
  const selection = selectionOf(parsed, world, []);
  const { project, problems } = loadProject(hostOf(parsed, world, world.env), {
    workingDirectory: world.cwd,
    mode: 'strict',
    interpolate,
    normalize: !parsed.flag('no-normalize'),
    consistency: !parsed.flag('no-consistency'),
    resolvePaths: !parsed.flag('no-path-resolution'),
    ...(selection.files.length > 0 ? { files: selection.files } : {}),
    ...(selection.profiles.length > 0 ? { profiles: selection.profiles } : {}),
    ...(selection.envFiles.length > 0 ? { envFiles: selection.envFiles } : {}),
    ...(selection.projectName === undefined ? {} : { projectName: selection.projectName }),
    ...(selection.projectDirectory === undefined ? {} : { projectDirectory: selection.projectDirectory }),
    ...(parsed.positionals.length > 0 ? { services: parsed.positionals } : {}),
  });
  for (const problem of problems) tell(world, problem);
  if (!project) return EXIT.unusable;
  if (parsed.flag('quiet')) return EXIT.clean;
  if (parsed.flag('services')) {
    world.stdout(project.services.map((service) => `${printable(service.name)}\n`).join(''));
    return EXIT.clean;
  }
  const json = interpolate ? configJson(project) : modelJson(project);
  world.stdout(parsed.value('format') === 'json' ? `${JSON.stringify(json, undefined, 2)}\n` : configYaml(json));
  return EXIT.clean;
};

function tell(world: World, { kind, message, at, trail }: Problem): void {
  const place = at ? `${placeOf(at)}: ` : '';
  world.stderr(`${kind === 'note' ? 'warning: ' : 'bulkhead: '}${printable(place + message)}\n`);
  for (const step of [...(trail ?? [])].reverse()) world.stderr(`  reached from ${printable(placeOf(step))}\n`);
}

function placeOf(at: NonNullable<Problem['at']>): string {
  const { startLine, startColumn } = regionOf(at);
  return `${at.source.path}:${startLine}:${startColumn}`;
}
