/** Completion for zsh: a function for `fpath`, which may also be sourced. */
import type { Completable, CompletableOption, Value } from './model.js';

export function zshScript(commands: readonly Completable[]): string {
  const [first] = commands;
  return `#compdef bulkhead
# zsh completion for bulkhead; made by 'bulkhead completion zsh'

_bulkhead_outputs() {
  if compset -P '*='; then _files; else compadd -S = -- "$@"; fi
}

_bulkhead() {
  local command=${first?.name ?? ''}
  local -a commands
  commands=(
${commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary.replaceAll(':', '\\:')}`)}`).join('\n')}
  )
  if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then
    _describe -t commands command commands
    _files
    return
  fi
  if (( \${commands[(I)$words[2]:*]} )); then
    command=$words[2]
    shift words
    (( CURRENT-- ))
  fi
  case $command in
${commands.map(commandCase).join('\n')}
  esac
}

if [[ $funcstack[1] == _bulkhead ]]; then _bulkhead "$@"; else compdef _bulkhead bulkhead; fi
`;
}

function commandCase({ name, options, arguments: value }: Completable): string {
  const specs = [...options.flatMap(optionSpecs), ...argumentSpecs(value)];
  return `    ${name})
      _arguments -s -S \\
${specs.map((spec) => `        ${quoted(spec)}`).join(' \\\n')}
      ;;`;
}

/** One for each spelling; an option that was given is not offered again, unless it may be repeated. */
function optionSpecs({ name, short, help, repeatable, value }: CompletableOption): readonly string[] {
  const spellings = [`--${name}`, ...(short === undefined ? [] : [`-${short}`])];
  return spellings.map((spelling) => {
    const before = repeatable ? '*' : `(${spellings.join(' ')})`;
    const joined = !value ? '' : spelling.startsWith('--') ? '=' : '+';
    const text = help.replace(/[[\]\\]/g, '\\$&');
    return `${before}${spelling}${joined}[${text}]${value ? `:${value.placeholder}:${actionFor(value)}` : ''}`;
  });
}

function argumentSpecs(value: Value): readonly string[] {
  switch (value.kind) {
    case 'text':
      return [];
    case 'words':
      return [`1: :${actionFor(value)}`];
    default:
      return [`*: :${actionFor(value)}`];
  }
}

function actionFor(value: Value): string {
  switch (value.kind) {
    case 'words':
      return `(${value.words.join(' ')})`;
    case 'output':
      return `_bulkhead_outputs ${value.words.join(' ')}`;
    case 'file':
      return '_files';
    case 'directory':
      return '_files -/';
    case 'text':
      return '';
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
