/** The text of `--help`, made of the command table. */
import type { CommandSpec, OptionSpec } from './arguments.js';

export function overview(commands: readonly CommandSpec[]): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  return `bulkhead: who can reach whom in a Docker Compose project, and what that endangers

Usage: bulkhead [check] [PATH...]
       bulkhead COMMAND ...

Commands:
${commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`).join('\n')}

Options:
  --help     Help for bulkhead, or for the command before it
  --version  The version

Exit codes: 0 nothing at or above --fail-on; 1 findings; 2 bad usage, configuration or
input, nothing to analyze, or a part that could not be read; 3 a bug in bulkhead.
`;
}

export function commandHelp(command: CommandSpec): string {
  const names = command.options.map(optionName);
  const width = Math.min(30, Math.max(...names.map((name) => name.length)));
  const lines = command.options.map((option, index) => {
    const name = names[index] ?? '';
    const help = option.choices ? `${option.help} (${option.choices.join(', ')})` : option.help;
    return name.length > width ? `  ${name}\n  ${''.padEnd(width)}  ${help}` : `  ${name.padEnd(width)}  ${help}`;
  });
  return `Usage: bulkhead ${command.name}${command.usage && ` ${command.usage}`}

${command.description ?? `${command.summary}.`}

Options:
${lines.join('\n')}
`;
}

function optionName({ name, short, value }: OptionSpec): string {
  return `${short ? `-${short}, ` : '    '}--${name}${value ? ` ${value}` : ''}`;
}
