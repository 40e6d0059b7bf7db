(function(exports,require,module){const e=require("./process.js");function t(e){let t=e.map(({name:e})=>e).join(` `),[a]=e;return`# bash completion for bulkhead; made by 'bulkhead completion bash'

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
  local cur=\${COMP_WORDS[COMP_CWORD]} option=\${COMP_WORDS[COMP_CWORD - 1]} command=${a?.name??``}
  COMPREPLY=()
  # To bash, '=' is a word of its own.
  if [[ $cur == '=' ]]; then
    cur=
  elif [[ $option == '=' ]]; then
    option=\${COMP_WORDS[COMP_CWORD - 2]}
  fi
  if (( COMP_CWORD > 1 )); then
    case \${COMP_WORDS[1]} in
      ${e.map(({name:e})=>e).join(` | `)}) command=\${COMP_WORDS[1]} ;;
    esac
  fi
  case "$command $option" in
${e.flatMap(n).join(`
`)}
  esac
  if [[ $cur == -* ]]; then
    case $command in
${e.map(r).join(`
`)}
    esac
    (( COMP_CWORD > 1 )) || _bulkhead_words '--version'
    return
  fi
  (( COMP_CWORD > 1 )) || _bulkhead_words '${t} help'
  case $command in
${e.flatMap(i).join(`
`)}
  esac
}

complete -F _bulkhead bulkhead
`}function n({name:e,options:t}){return t.flatMap(t=>t.value?[`    ${o(t).map(t=>`'${e} ${t}'`).join(` | `)}) ${a(t.value)}return ;;`]:[])}function r({name:e,options:t}){return`      ${e}) _bulkhead_words '${t.map(e=>`--${e.name}`).join(` `)}' ;;`}function i({name:e,arguments:t}){return t.kind===`text`?[]:[`    ${e}) ${a(t)};;`]}function a(e){switch(e.kind){case`words`:return`_bulkhead_words '${e.words.join(` `)}'; `;case`output`:return`compopt -o nospace 2> /dev/null; _bulkhead_words '${e.words.map(e=>`${e}=`).join(` `)}'; `;case`file`:return`_bulkhead_files -f; `;case`directory`:return`_bulkhead_files -d; `;case`text`:return``}}function o({name:e,short:t}){return[`--${e}`,...t===void 0?[]:[`-${t}`]]}function s(e){let[t,...n]=e,r=e.map(({name:e})=>e).join(` `),i=n.map(({name:e})=>e).join(` `);return`# fish completion for bulkhead; made by 'bulkhead completion fish'

complete -c bulkhead -n '__fish_is_first_arg' -l version -d 'The version'
${e.map(({name:e,summary:t})=>d(`not __fish_seen_subcommand_from ${r}`,`-a ${e} -d ${f(t)}`)).join(`
`)}
${e.map(e=>c(e,e===t?`not __fish_seen_subcommand_from ${i}`:`__fish_seen_subcommand_from ${e.name}`).join(`
`)).join(`
`)}
`}function c({options:e,arguments:t},n){let r=t.kind===`words`?[d(n,`-f -a ${f(t.words.join(` `))}`)]:[],i=t.kind===`text`?[d(n,`-f`)]:[];return[...e.map(e=>d(n,l(e))),...r,...i]}function l({name:e,short:t,help:n,value:r}){return`${t===void 0?`-l ${e}`:`-s ${t} -l ${e}`} ${r?`${u(r)} `:``}-d ${f(n)}`}function u(e){switch(e.kind){case`words`:return`-x -a ${f(e.words.join(` `))}`;case`output`:return`-r -F -a ${f(e.words.map(e=>`${e}=`).join(` `))}`;case`file`:return`-r -F`;case`directory`:return`-x -a '(__fish_complete_directories)'`;case`text`:return`-x`}}function d(e,t){return`complete -c bulkhead -n ${f(e)} ${t}`}function f(e){return`'${e.replace(/[\\']/g,`\\$&`)}'`}async function p({name:e,summary:t,options:n,...r}){return{name:e,summary:t,options:n.map(h),arguments:await m(r.arguments)}}async function m(e){return e===void 0?{kind:`text`}:e===`paths`?{kind:`file`}:{kind:`words`,words:await e()}}function h({name:e,short:t,help:n,value:r,choices:i,repeatable:a=!1}){return{name:e,short:t,help:n,repeatable:a,value:r===void 0?void 0:{placeholder:r,..._(r,i)}}}const g={FILE:{kind:`file`},PATH:{kind:`file`},DIR:{kind:`directory`},"FORMAT=FILE":{kind:`output`,words:e.n}};function _(e,t){return t?{kind:`words`,words:t}:g[e]??{kind:`text`}}function v(e){let[t]=e;return`#compdef bulkhead
# zsh completion for bulkhead; made by 'bulkhead completion zsh'

_bulkhead_outputs() {
  if compset -P '*='; then _files; else compadd -S = -- "$@"; fi
}

_bulkhead() {
  local command=${t?.name??``}
  local -a commands
  commands=(
${e.map(({name:e,summary:t})=>`    ${C(`${e}:${t.replaceAll(`:`,`\\:`)}`)}`).join(`
`)}
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
${e.map(y).join(`
`)}
  esac
}

if [[ $funcstack[1] == _bulkhead ]]; then _bulkhead "$@"; else compdef _bulkhead bulkhead; fi
`}function y({name:e,options:t,arguments:n}){return`    ${e})
      _arguments -s -S \\
${[...t.flatMap(b),...x(n)].map(e=>`        ${C(e)}`).join(` \\
`)}
      ;;`}function b({name:e,short:t,help:n,repeatable:r,value:i}){let a=[`--${e}`,...t===void 0?[]:[`-${t}`]];return a.map(e=>`${r?`*`:`(${a.join(` `)})`}${e}${i?e.startsWith(`--`)?`=`:`+`:``}[${n.replace(/[[\]\\]/g,`\\$&`)}]${i?`:${i.placeholder}:${S(i)}`:``}`)}function x(e){switch(e.kind){case`text`:return[];case`words`:return[`1: :${S(e)}`];default:return[`*: :${S(e)}`]}}function S(e){switch(e.kind){case`words`:return`(${e.words.join(` `)})`;case`output`:return`_bulkhead_outputs ${e.words.join(` `)}`;case`file`:return`_files`;case`directory`:return`_files -/`;case`text`:return``}}function C(e){return`'${e.replaceAll(`'`,`'\\''`)}'`}const w=new Map([[`bash`,t],[`zsh`,v],[`fish`,s]]),T=[...w.keys()],E=async(t,n)=>{let[r=``,...i]=t.positionals,a=w.get(r);if(!a||i.length>0)throw new e.Tn(`completion takes one of ${T.join(`, `)}`);return n.stdout(a(await Promise.all(e.t.map(p)))),e.s.clean};exports.SHELLS=T,exports.completion=E;
})