/** Secrets whose file is committed together with the project. */
import { child, stringValue } from '../source/tree.js';
import type { Draft, Rule, RuleContext } from './rule.js';

export const secretFileTracked: Rule = {
  id: 'secret-file-tracked',
  title: 'Secret file inside the repository',
  severity: 'high',
  confidence: 'high',
  persona: 'regular',
  tags: ['security', 'secrets', 'external/cwe/cwe-540', 'external/cwe/cwe-522'],
  docs: {
    summary: "A secret's file lies in the git repository, and no `.gitignore` keeps it out.",
    why: 'The password has left the Compose file and stays in the repository beside it: everybody who clones has it, now and in the history.',
    fix: 'Add the file to `.gitignore`, take it out of the index (`git rm --cached`), change the credential, and commit an example file without the value.',
    suppress: 'The file is encrypted (SOPS, git-crypt), or it is no secret but a public certificate.',
    bad: `services:
  db:
    image: postgres:17
    secrets:
      - db_password
secrets:
  db_password:
    file: ./db_password.txt
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
      { title: 'git: gitignore', url: 'https://git-scm.com/docs/gitignore' },
      {
        title: 'CWE-540: Inclusion of Sensitive Information in Source Code',
        url: 'https://cwe.mitre.org/data/definitions/540.html',
      },
    ],
  },
  check,
};

function* check({ project, repository }: RuleContext): Iterable<Draft> {
  for (const secret of project.secrets) {
    const file = child(secret.tree, 'file');
    const path = stringValue(file);
    if (secret.external || path === undefined || file === undefined || isPublic(path)) continue;
    if (repository?.takes(path) !== true) continue;
    const users = project.services.filter((service) => service.secrets.some(({ source }) => source === secret.key));
    yield {
      at: file.at,
      label: 'not ignored by git',
      message: `The file of the secret \`${secret.key}\` lies in the repository, and git does not ignore it.`,
      advice: 'List it in `.gitignore`, remove it from the index, and change the credential if it was ever committed.',
      related: [{ at: secret.at, label: 'the secret' }],
      services: users.map((service) => service.name),
      evidence: { service: '', place: 'secrets.file', key: secret.key, kind: 'tracked' },
    };
  }
}

/** Certificates and public keys are often mounted the same way. */
function isPublic(path: string): boolean {
  return /\.(crt|cer|pub|example|sample|template|enc|age|gpg)$/.test(path.slice(-20));
}
