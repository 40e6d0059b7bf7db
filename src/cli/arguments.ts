/** Commands and options as data, and the reading of arguments by Node's own parser. */
import { parseArgs } from 'node:util';
import { UserError } from '../compose/problem.js';
import { nearest } from '../source/nearest.js';
import type { ExitCode, World } from './world.js';

export interface OptionSpec {
  readonly name: string;
  readonly short?: string;
  /** The placeholder of the value; absent for a switch. */
  readonly value?: string;
  readonly repeatable?: boolean;
  readonly choices?: readonly string[];
  readonly help: string;
}

export interface CommandSpec {
  readonly name: string;
  /** What follows the name in the usage line. */
  readonly usage: string;
  readonly summary: string;
  /** More than the summary, for `--help`. */
  readonly description?: string;
  /** What a shell may complete after the name: nothing where it is absent. */
  readonly arguments?: 'paths' | (() => Promise<readonly string[]>);
  readonly options: readonly OptionSpec[];
  readonly load: () => Promise<Command>;
}

export type Command = (parsed: Parsed, world: World) => ExitCode | Promise<ExitCode>;

export interface Parsed {
  readonly positionals: readonly string[];
  readonly flag: (name: string) => boolean;
  readonly value: (name: string) => string | undefined;
  readonly values: (name: string) => readonly string[];
}

/** Reads the arguments after the command's name. Throws a `UserError` that names the nearest option where one is unknown. */
export function parseArguments(command: CommandSpec, argv: readonly string[]): Parsed {
  const options = Object.fromEntries(
    command.options.map(({ name, short, value, repeatable }) => [
      name,
      {
        type: value === undefined ? ('boolean' as const) : ('string' as const),
        multiple: repeatable ?? false,
        ...(short === undefined ? {} : { short }),
      },
    ]),
  );
  const hint = `Try 'bulkhead ${command.name} --help'.`;
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UserError(explain(error, command), { hint });
  }
  const all = (name: string): readonly (string | boolean)[] => {
    const value = parsed.values[name];
    return value === undefined ? [] : Array.isArray(value) ? value : [value];
  };
  const values = (name: string) => all(name).filter((value) => typeof value === 'string');
  for (const { name, choices } of command.options) {
    for (const value of choices ? values(name) : []) {
      if (choices && !choices.includes(value)) {
        const similar = nearest(value, choices);
        throw new UserError(
          `--${name}: '${value}' is none of ${choices.join(', ')}${similar ? `; did you mean '${similar}'?` : ''}`,
          { hint },
        );
      }
    }
  }
  return {
    positionals: parsed.positionals,
    flag: (name) => all(name).includes(true),
    value: (name) => values(name).at(-1),
    values,
  };
}

function explain(error: unknown, command: CommandSpec): string {
  const message = typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : '';
  const unknown = /^Unknown option '(-{1,2}[^']*)'/.exec(message)?.[1];
  if (unknown === undefined) return message.split('. To specify')[0] || 'the arguments cannot be read';
  const similar = nearest(
    unknown.replace(/^-+/, ''),
    command.options.map((option) => option.name),
  );
  return `there is no option '${unknown}'${similar ? `; did you mean '--${similar}'?` : ''}`;
}
