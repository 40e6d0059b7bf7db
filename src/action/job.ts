/** What a job of GitHub Actions tells a step of itself, as far as it is of the expected form. */
import type { Environment } from '../run/disk.js';

/** Absolute URI of the repository's files at the commit that is checked, for links in a summary. */
export function sourceUriOf(env: Environment): string | undefined {
  const { GITHUB_SERVER_URL: server = '', GITHUB_REPOSITORY: repository = '', GITHUB_SHA: commit = '' } = env;
  const known =
    /^https:\/\/[\w.-]+(?::\d+)?$/.test(server) &&
    /^[\w.-]+\/[\w.-]+$/.test(repository) &&
    /^[0-9a-f]{40,64}$/.test(commit);
  return known ? `${server}/${repository}/blob/${commit}/` : undefined;
}

/** Of the variables of a step, those that are meant for the project; the runner's own hold tokens. */
export function projectEnvironment(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(?:ACTIONS|INPUT|RUNNER)_/i.test(name)));
}
