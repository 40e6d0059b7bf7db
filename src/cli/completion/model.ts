/** What shells may complete, the same for each of them. */
import type { CommandSpec, OptionSpec } from '../arguments.js';
import { FORMAT_CHOICES } from '../commands.js';

export type Value =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  /** A format, `=`, and a file. */
  | { readonly kind: 'output'; readonly words: readonly string[] }
  | { readonly kind: 'file' }
  | { readonly kind: 'directory' }
  /** Something that only the user knows. */
  | { readonly kind: 'text' };

export interface CompletableOption {
  readonly name: string;
  readonly short: string | undefined;
  readonly help: string;
  readonly repeatable: boolean;
  /** Absent for a switch. */
  readonly value: (Value & { readonly placeholder: string }) | undefined;
}

export interface Completable {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly CompletableOption[];
  readonly arguments: Value;
}

export async function completableOf({ name, summary, options, ...command }: CommandSpec): Promise<Completable> {
  return { name, summary, options: options.map(completableOption), arguments: await argumentsOf(command.arguments) };
}

async function argumentsOf(given: CommandSpec['arguments']): Promise<Value> {
  if (given === undefined) return { kind: 'text' };
  return given === 'paths' ? { kind: 'file' } : { kind: 'words', words: await given() };
}

function completableOption({ name, short, help, value, choices, repeatable = false }: OptionSpec): CompletableOption {
  return {
    name,
    short,
    help,
    repeatable,
    value: value === undefined ? undefined : { placeholder: value, ...valueFor(value, choices) },
  };
}

const KINDS: Readonly<Record<string, Value>> = {
  FILE: { kind: 'file' },
  PATH: { kind: 'file' },
  DIR: { kind: 'directory' },
  'FORMAT=FILE': { kind: 'output', words: FORMAT_CHOICES },
};

function valueFor(placeholder: string, choices: readonly string[] | undefined): Value {
  return choices ? { kind: 'words', words: choices } : (KINDS[placeholder] ?? { kind: 'text' });
}
