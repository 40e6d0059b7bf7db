/**
 * Where we differ from Docker Compose 2.40.3, which the corpus was made with, and mean to: mostly because compose-go has
 * gone on since, and the conformance cases are of a later version.
 */

export interface Divergence {
  readonly name: string;
  /** Matched against what differs, and Compose's own error on a line of its own. */
  readonly matches: RegExp;
  readonly reason: string;
}

export const DIVERGENCES: readonly Divergence[] = [
  {
    name: 'pre_start',
    matches: /additional properties 'pre_start' not allowed/,
    reason: 'hooks before the start came with compose-go 2.13',
  },
  {
    name: 'include conflict',
    matches: /conflicts with imported resource/,
    reason: 'since compose-go 2.10 a resource that is also included is merged',
  },
  {
    name: 'config without content',
    matches: /^accepted.*\bconfigs\.\S+: one of file\|environment\|content must be set/,
    reason: 'later versions let a driver provide a config',
  },
  {
    name: 'SSH key with a path',
    matches: /error calling MarshalJSON for type types\.SSHKey/,
    reason: 'Compose writes invalid JSON for it and fails on its own output',
  },
  {
    name: 'create_host_path: false',
    matches: /\.bind\.create_host_path: false instead of undefined/,
    reason: 'Compose 2.40 does not print it, so that its output loads to something else',
  },
  {
    name: 'file not in the corpus',
    matches: /^open .*: no such file or directory/,
    reason: 'the recording had a file that the corpus lacks',
  },
];
