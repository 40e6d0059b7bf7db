/** Services that ask for a secret which no file declares. */
import type { Draft, Rule, RuleContext } from './rule.js';

export const undeclaredSecret: Rule = {
  id: 'undeclared-secret',
  title: 'Secret that nobody declares',
  severity: 'medium',
  confidence: 'medium',
  persona: 'regular',
  tags: ['secrets', 'correctness'],
  docs: {
    summary: "A service lists a secret that is missing from the project's top-level `secrets`, which declare others.",
    why: 'Compose refuses such a project. The usual cure under pressure is to write the password into `environment` instead.',
    fix: 'Declare the secret at the top level, with `file`, `environment` or `external: true`.',
    suppress: 'The file is an overlay, and the declaration is in the file it is merged with.',
    bad: `services:
  db:
    image: postgres:17
    secrets:
      - db_pasword
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
  const declared = new Set(project.secrets.map((secret) => secret.key));
  // A file without any declaration is a fragment: the declarations are in the file that includes it.
  if (declared.size === 0) return;
  for (const service of [...project.services, ...project.disabledServices]) {
    for (const { source, at } of service.secrets) {
      if (source === '' || source.includes('$') || declared.has(source)) continue;
      yield {
        at,
        label: 'not declared',
        message: `\`${service.name}\` is given the secret \`${source}\`, which the top-level \`secrets\` do not declare.`,
        advice: `Declare it: \`secrets: { ${source}: { environment: NAME } }\`, or with \`file\`.`,
        related: [],
        services: [service.name],
        evidence: { service: service.name, place: 'secrets', key: source, kind: 'undeclared' },
      };
    }
  }
}
