(function(exports,require,module){const e=require("./process.js");function t(e){let t=Math.max(...e.map(({id:e,severity:t})=>e.length+t.length));return`# What bulkhead reports, and what it is to leave alone. Paths are relative to this folder.
# What a rule is about: bulkhead explain RULE

# Exit 1 from this severity on: critical, high, medium, low or never.
fail-on: high

# Leave findings below a severity out.
#min-severity: medium

# Report what is only a matter of principle, too.
#pedantic: true

# Suppress what was there when you began: bulkhead baseline --output bulkhead-baseline.json
#baseline: bulkhead-baseline.json

# The severity of all findings of a rule, or off. Without a word here a rule grades its findings by itself; this is
# what it mostly gives.
#rules:
${e.map(({id:e,title:n,severity:r})=>`#  ${e}: ${r}${` `.repeat(t-e.length-r.length)}  # ${n}`).join(`
`)}

# Other severities for some files or services. Where several match, the last one counts. Patterns: * is a part of a
# name, ** any folders, a folder stands for all in it, ! in front takes out again.
#overrides:
#  - paths: [examples/**, '!examples/production']
#    services: ['*-test']
#    rules:
#      plaintext-credentials: off

# Findings that somebody looked at and decided to live with. They stay in the report as suppressed; an entry that
# ignores nothing, or has expired, is reported. In a Compose file the same is said by a comment on the line, or on the
# line above: # bulkhead-ignore[RULE] the reason
#ignores:
#  - rules: [plaintext-credentials]
#    services: [db]
#    paths: [compose.yaml]
#    reason: Throw-away password of the demonstration
#    owner: platform team
#    expires: 2035-12-31

# What services are, where bulkhead cannot tell: edge, frontend, app, worker, database, cache, queue, storage, admin,
# monitoring, tunnel or other.
#roles:
#  ledger: database
#  '*-proxy': edge
`}const n=require("node:path"),r=(r,i)=>{if(r.positionals.length>0)throw new e.Tn(`init takes no arguments`);let a=e.Dn(i.cwd),o=e.R(e.En({}),a,a);if(o!==void 0)throw new e.Tn(`${n.basename(o)} is there already`,{hint:`It is left as it is.`});return e.g(n.join(i.cwd,e.L[0]),t(e.Ut(e.z))),i.stderr(`${e.L[0]} written\n`),e.s.clean};exports.init=r;
})