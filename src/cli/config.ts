/** `bulkhead config`: the project as Docker Compose resolves it. */
import { loadProject } from '../compose/load.js';
import { configJson, modelJson } from '../compose/output.js';
import type { Problem } from '../compose/problem.js';
import type { Project } from '../compose/project.js';
import { provenanceOf } from '../compose/provenance.js';
import { configYaml } from '../report/config-yaml.js';
import { jsonText } from '../report/json-text.js';
import { provenanceLine } from '../report/provenance.js';
import { logLine } from '../source/printable.js';
import { regionOf } from '../source/text.js';
import type { Command } from './arguments.js';
import { wholeHostOf } from './host.js';
import { selectionOf } from './options.js';
import { EXIT, type World } from './world.js';

/** Names alone, one a line, as `docker compose config --services` and its like print them. */
const LISTS: Readonly<Record<string, (project: Project) => readonly string[]>> = {
  services: ({ services }) => services.map(({ name }) => name),
  networks: ({ networks }) => networks.map(({ key }) => key),
  volumes: ({ volumes }) => volumes.map(({ key }) => key),
  images: ({ services }) => services.flatMap(({ image }) => (image ? [String(image.value)] : [])),
  profiles: ({ services, disabledServices }) =>
    [...services, ...disabledServices].flatMap(({ profiles }) => profiles.map(({ value }) => String(value))).sort(),
};

export const config: Command = (parsed, world) => {
  const interpolate = !parsed.flag('no-interpolate');
  const selection = selectionOf(parsed, world, []);
  const { project, problems } = loadProject(wholeHostOf(parsed, world), {
    workingDirectory: world.cwd,
    mode: 'strict',
    ...(selection.limits && { limits: selection.limits }),
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
  for (const problem of inSourceOrder(problems)) tell(world, problem);
  if (!project) return EXIT.unusable;
  if (parsed.flag('quiet')) return EXIT.clean;
  for (const [flag, list] of Object.entries(LISTS)) {
    if (!parsed.flag(flag)) continue;
    world.stdout([...new Set(list(project))].map((name) => `${logLine(name)}\n`).join(''));
    return EXIT.clean;
  }
  if (parsed.flag('provenance')) {
    const rows = provenanceOf(project.model);
    if (parsed.value('format') === 'json') world.stdout(jsonText([...rows]));
    else for (const row of rows) world.stdout(provenanceLine(row));
    return EXIT.clean;
  }
  const json = interpolate ? configJson(project) : modelJson(project);
  world.stdout(parsed.value('format') === 'json' ? jsonText(json) : configYaml(json));
  return EXIT.clean;
};

/** File by file, as they were met, and from top to bottom; what has no place comes first. */
function inSourceOrder(problems: readonly Problem[]): readonly Problem[] {
  const files = [...new Set(problems.map(({ at }) => at?.source))];
  return [...problems].sort(
    (a, b) => files.indexOf(a.at?.source) - files.indexOf(b.at?.source) || (a.at?.start ?? 0) - (b.at?.start ?? 0),
  );
}

function tell(world: World, { kind, message, at, hint, trail }: Problem): void {
  const place = at ? `${placeOf(at)}: ` : '';
  world.stderr(`${kind === 'note' ? 'warning: ' : 'bulkhead: '}${logLine(place + message)}\n`);
  if (hint !== undefined) world.stderr(`  ${logLine(hint)}\n`);
  for (const step of [...(trail ?? [])].reverse()) world.stderr(`  reached from ${logLine(placeOf(step))}\n`);
}

function placeOf(at: NonNullable<Problem['at']>): string {
  const { startLine, startColumn } = regionOf(at);
  return `${at.source.path}:${startLine}:${startColumn}`;
}
