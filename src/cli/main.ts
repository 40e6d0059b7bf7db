/** Finds the command, runs it, and turns whatever goes wrong into an exit code and a message. */
import { UserError } from '../compose/problem.js';
import { traceOf } from '../run/trace.js';
import { VERSION } from '../run/version.js';
import { nearest } from '../source/nearest.js';
import { logLine, printable } from '../source/printable.js';
import { regionOf } from '../source/text.js';
import { parseArguments } from './arguments.js';
import { COMMANDS } from './commands.js';
import { commandHelp, overview } from './help.js';
import { EXIT, type ExitCode, type World } from './world.js';

export async function main(argv: readonly string[], world: World): Promise<ExitCode> {
  try {
    return await dispatch(argv, world);
  } catch (error) {
    return report(error, argv.includes('--debug'), world);
  }
}

async function dispatch(argv: readonly string[], world: World): Promise<ExitCode> {
  const [first = ''] = argv;
  if (first === '--version' || first === '-V') {
    world.stdout(`bulkhead ${VERSION}\n`);
    return EXIT.clean;
  }
  if (first === '--help' || first === '-h' || first === 'help') return help(argv[1], world);
  const named = COMMANDS.find((command) => command.name === first);
  const command = named ?? COMMANDS[0];
  if (!command) throw new Error('no commands');
  const rest = named ? argv.slice(1) : argv;
  const end = rest.indexOf('--');
  const before = end < 0 ? rest : rest.slice(0, end);
  if (before.includes('--help') || before.includes('-h')) return help(command.name, world);
  const parsed = parseArguments(command, rest);
  const run = await command.load();
  const code = await run(parsed, world);
  // What is no command is a path of the default one, and may have been meant as the other.
  const similar = named || code !== EXIT.unusable ? undefined : nearestCommand(first);
  if (similar) world.stderr(`bulkhead: there is no command '${logLine(first)}'; did you mean '${similar}'?\n`);
  return code;
}

function nearestCommand(word: string): string | undefined {
  return nearest(
    word,
    COMMANDS.map(({ name }) => name),
  );
}

function help(name: string | undefined, world: World): ExitCode {
  if (name === undefined) {
    world.stdout(overview(COMMANDS));
    return EXIT.clean;
  }
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (!command) {
    const similar = nearestCommand(name);
    throw new UserError(`there is no command '${name}'${similar ? `; did you mean '${similar}'?` : ''}`);
  }
  world.stdout(commandHelp(command));
  return EXIT.clean;
}

function report(error: unknown, debug: boolean, world: World): ExitCode {
  if (error instanceof UserError) {
    const place = error.at && regionOf(error.at);
    const where = error.at && place ? `${error.at.source.path}:${place.startLine}:${place.startColumn}: ` : '';
    world.stderr(`bulkhead: ${logLine(where + error.message)}\n`);
    if (error.hint) world.stderr(`  ${logLine(error.hint)}\n`);
    return EXIT.unusable;
  }
  const detail = debug ? traceOf(error) : error instanceof Error ? error.name : typeof error;
  world.stderr(`bulkhead: internal error (${printable(detail).replaceAll('\\n', '\n')})\n`);
  world.stderr('  This is a bug in bulkhead: please report it, with the output of the same command and --debug.\n');
  return EXIT.bug;
}
