/** Completion for fish. */
import type { Completable, CompletableOption, Value } from './model.js';

export function fishScript(commands: readonly Completable[]): string {
  const [first, ...others] = commands;
  const names = commands.map(({ name }) => name).join(' ');
  const otherNames = others.map(({ name }) => name).join(' ');
  return `# fish completion for bulkhead; made by 'bulkhead completion fish'

complete -c bulkhead -n '__fish_is_first_arg' -l version -d 'The version'
${commands.map(({ name, summary }) => line(`not __fish_seen_subcommand_from ${names}`, `-a ${name} -d ${quoted(summary)}`)).join('\n')}
${commands
  .map((command) => {
    const isDefault = command === first;
    const condition = isDefault
      ? `not __fish_seen_subcommand_from ${otherNames}`
      : `__fish_seen_subcommand_from ${command.name}`;
    return linesFor(command, condition).join('\n');
  })
  .join('\n')}
`;
}

function linesFor({ options, arguments: value }: Completable, condition: string): readonly string[] {
  const action = value.kind === 'words' ? [line(condition, `-f -a ${quoted(value.words.join(' '))}`)] : [];
  const nothing = value.kind === 'text' ? [line(condition, '-f')] : [];
  return [...options.map((option) => line(condition, optionText(option))), ...action, ...nothing];
}

function optionText({ name, short, help, value }: CompletableOption): string {
  const spelling = short === undefined ? `-l ${name}` : `-s ${short} -l ${name}`;
  return `${spelling} ${value ? `${actionFor(value)} ` : ''}-d ${quoted(help)}`;
}

/** `-x`: takes a value that is no file; `-r -F`: one that is. */
function actionFor(value: Value): string {
  switch (value.kind) {
    case 'words':
      return `-x -a ${quoted(value.words.join(' '))}`;
    case 'output':
      return `-r -F -a ${quoted(value.words.map((word) => `${word}=`).join(' '))}`;
    case 'file':
      return '-r -F';
    case 'directory':
      return "-x -a '(__fish_complete_directories)'";
    case 'text':
      return '-x';
  }
}

function line(condition: string, rest: string): string {
  return `complete -c bulkhead -n ${quoted(condition)} ${rest}`;
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
