/** Secrets that are declared and given to nobody. */
import type { Project } from '../compose/project.js';
import { child, stringValue, type Tree } from '../source/tree.js';
import type { Draft, Rule, RuleContext } from './rule.js';

export const unusedSecret: Rule = {
  id: 'unused-secret',
  title: 'Secret that nobody is given',
  severity: 'low',
  confidence: 'medium',
  persona: 'regular',
  tags: ['secrets', 'maintainability', 'external/cwe/cwe-1164'],
  docs: {
    summary: 'The project declares a secret, and no service and no build uses it.',
    why: [
      'Often it is the trace of a half-done change: the secret exists, and the service still has its password in plain text. Or it is',
      'no longer needed, and its file lies about for no use.',
    ].join(' '),
    fix: 'Give it to the service that needs it, or remove the declaration and the file.',
    suppress: 'Another file that this one is merged with uses it.',
    bad: `services:
  db:
    image: postgres:17
secrets:
  db_password:
    environment: DB_PASSWORD
`,
    good: `services:
  db:
    image: postgres:17
    secrets:
      - db_password
secrets:
  db_password:
    environment: DB_PASSWORD
`,
    references: [
      {
        title: 'Compose file reference: top-level secrets',
        url: 'https://docs.docker.com/reference/compose-file/secrets/',
      },
    ],
  },
  check,
};

function* check({ project }: RuleContext): Iterable<Draft> {
  const services = [...project.services, ...project.disabledServices];
  // A file that declares nothing but resources is there to be merged.
  if (services.length === 0) return;
  const used = usedSecrets(project);
  for (const secret of project.secrets) {
    if (used.has(secret.key)) continue;
    yield {
      at: secret.at,
      label: 'declared, and given to nobody',
      message: `The secret \`${secret.key}\` is declared, and no service is given it.`,
      advice: `Add it to the \`secrets\` of the service that needs it, or remove it.`,
      related: [],
      services: [],
      evidence: { service: '', place: 'secrets', key: secret.key, kind: 'unused' },
    };
  }
}

function usedSecrets(project: Project): ReadonlySet<string> {
  const used = new Set<string>();
  for (const service of [...project.services, ...project.disabledServices]) {
    for (const { source } of service.secrets) used.add(source);
    for (const source of sourcesOf(child(service.build, 'secrets'))) used.add(source);
  }
  return used;
}

function sourcesOf(tree: Tree | undefined): readonly string[] {
  if (tree?.kind !== 'sequence') return [];
  return tree.items.map((item) => stringValue(item) ?? stringValue(child(item, 'source')) ?? '');
}
