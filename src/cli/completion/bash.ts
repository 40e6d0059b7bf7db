/** Completion for bash, from version 3.2 on, without the package bash-completion. */
import type { Completable, CompletableOption, Value } from './model.js';

export function bashScript(commands: readonly Completable[]): string {
  const names = commands.map(({ name }) => name).join(' ');
  const [first] = commands;
  return `# bash completion for bulkhead; made by 'bulkhead completion bash'

_bulkhead_add() {
  local line
  while IFS= read -r line; do COMPREPLY+=("$line"); done
}

_bulkhead_files() {
  compopt -o filenames 2> /dev/null
  _bulkhead_add < <(compgen "$1" -- "$cur")
}

_bulkhead_words() {
  _bulkhead_add < <(compgen -W "$1" -- "$cur")
}

_bulkhead() {
  local cur=\${COMP_WORDS[COMP_CWORD]} option=\${COMP_WORDS[COMP_CWORD - 1]} command=${first?.name ?? ''}
  COMPREPLY=()
  # To bash, '=' is a word of its own.
  if [[ $cur == '=' ]]; then
    cur=
  elif [[ $option == '=' ]]; then
    option=\${COMP_WORDS[COMP_CWORD - 2]}
  fi
  if (( COMP_CWORD > 1 )); then
    case \${COMP_WORDS[1]} in
      ${commands.map(({ name }) => name).join(' | ')}) command=\${COMP_WORDS[1]} ;;
    esac
  fi
  case "$command $option" in
${commands.flatMap(valueCases).join('\n')}
  esac
  if [[ $cur == -* ]]; then
    case $command in
${commands.map(optionsCase).join('\n')}
    esac
    (( COMP_CWORD > 1 )) || _bulkhead_words '--version'
    return
  fi
  (( COMP_CWORD > 1 )) || _bulkhead_words '${names} help'
  case $command in
${commands.flatMap(argumentsCase).join('\n')}
  esac
}

complete -F _bulkhead bulkhead
`;
}

function valueCases({ name, options }: Completable): readonly string[] {
  return options.flatMap((option) => {
    if (!option.value) return [];
    const patterns = spellings(option).map((spelling) => `'${name} ${spelling}'`);
    return [`    ${patterns.join(' | ')}) ${actionFor(option.value)}return ;;`];
  });
}

function optionsCase({ name, options }: Completable): string {
  return `      ${name}) _bulkhead_words '${options.map((option) => `--${option.name}`).join(' ')}' ;;`;
}

function argumentsCase({ name, arguments: value }: Completable): readonly string[] {
  return value.kind === 'text' ? [] : [`    ${name}) ${actionFor(value)};;`];
}

/** Ends with a semicolon and a blank, unless there is nothing to do. */
function actionFor(value: Value): string {
  switch (value.kind) {
    case 'words':
      return `_bulkhead_words '${value.words.join(' ')}'; `;
    case 'output':
      return `compopt -o nospace 2> /dev/null; _bulkhead_words '${value.words.map((word) => `${word}=`).join(' ')}'; `;
    case 'file':
      return '_bulkhead_files -f; ';
    case 'directory':
      return '_bulkhead_files -d; ';
    case 'text':
      return '';
  }
}

function spellings({ name, short }: CompletableOption): readonly string[] {
  return [`--${name}`, ...(short === undefined ? [] : [`-${short}`])];
}
