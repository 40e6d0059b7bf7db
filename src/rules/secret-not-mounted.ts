/** Services that read a secret's file which nobody gives them. */
import type { Service } from '../compose/project.js';
import { mountPath, SECRETS_FOLDER, secretReferences } from './credentials/secret-files.js';
import type { Draft, Rule, RuleContext } from './rule.js';

export const secretNotMounted: Rule = {
  id: 'secret-not-mounted',
  title: 'Secret that the service is not given',
  severity: 'medium',
  confidence: 'high',
  persona: 'regular',
  tags: ['secrets', 'correctness', 'external/cwe/cwe-1188'],
  docs: {
    summary: 'A setting or command names a file below `/run/secrets`, and the service is given no secret of that name.',
    why: 'The file will not be there. Some images refuse to start, others go on with an empty password.',
    fix: "List the secret under the service's `secrets`, and declare it at the top level.",
    suppress: 'The platform that runs the project mounts the file by its own means.',
    bad: `services:
  db:
    image: postgres:17
    environment:
      POSTGRES_PASSWORD_FILE: /run/secrets/db_password
`,
    good: `services:
  db:
    image: postgres:17
    environment:
      POSTGRES_PASSWORD_FILE: /run/secrets/db_password
    secrets:
      - db_password
secrets:
  db_password:
    environment: DB_PASSWORD
`,
    references: [
      { title: 'Docker: Manage secrets in Compose', url: 'https://docs.docker.com/compose/how-tos/use-secrets/' },
      {
        title: 'Compose file reference: secrets',
        url: 'https://docs.docker.com/reference/compose-file/services/#secrets',
      },
    ],
  },
  check,
};

function* check({ project }: RuleContext): Iterable<Draft> {
  const declared = new Set(project.secrets.map((secret) => secret.key));
  for (const service of project.services) {
    const told = new Set<string>();
    for (const { name, at, place, key } of secretReferences(service)) {
      if (told.has(name) || isThere(service, `${SECRETS_FOLDER}${name}`)) continue;
      told.add(name);
      yield {
        at,
        label: 'not mounted',
        message: `\`${service.name}\` reads \`${SECRETS_FOLDER}${name}\`, and is not given a secret of that name.`,
        advice: declared.has(name)
          ? `Add \`secrets: [${name}]\` to \`${service.name}\`.`
          : `Declare \`${name}\` under the top-level \`secrets\`, and add \`secrets: [${name}]\` to \`${service.name}\`.`,
        related: [],
        services: [service.name],
        evidence: { service: service.name, place, key, kind: 'secret-file', secret: name },
      };
    }
  }
}

/** Given as a secret or config, or below a folder that is mounted. */
function isThere(service: Service, path: string): boolean {
  if (service.secrets.some((grant) => mountPath(grant) === path)) return true;
  if (service.configs.some((grant) => grant.target === path)) return true;
  return service.volumes.some(
    ({ target }) => target !== '' && (path === target || path.startsWith(`${target.replace(/\/$/, '')}/`)),
  );
}
