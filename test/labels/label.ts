/** A project judged by hand, as the label file holds it. */

export interface Published {
  readonly service: string;
  readonly published: string;
  readonly target: string;
}

export interface Credential {
  readonly service: string;
  readonly key: string;
  readonly kind: string;
}

export interface Label {
  readonly id: string;
  /** Of the base file, from `corpus/`. */
  readonly path: string;
  /** Merged over it, in order. */
  readonly alsoMerge: readonly string[];
  readonly services: Readonly<Record<string, string>>;
  /** Roles that count as right, too. */
  readonly rolesAlt: Readonly<Record<string, readonly string[]>>;
  readonly networks: Readonly<Record<string, readonly string[]>>;
  readonly networkMode: Readonly<Record<string, string>>;
  readonly edgeSet: readonly string[];
  readonly edgeIsApp: boolean;
  readonly publicEntry: readonly { readonly service: string; readonly loopbackOnly: boolean }[];
  readonly dbReachableFromEdge: readonly (readonly [string, string])[];
  readonly publicDbPorts: readonly Published[];
  readonly loopbackDbPorts: readonly Published[];
  readonly publicCacheQueueStoragePorts: readonly Published[];
  readonly plaintextCredentials: readonly Credential[];
  readonly toleratedCredentials: readonly Credential[];
  readonly envFileCredentials: readonly Credential[];
  readonly committedDotEnvCredentials: readonly Credential[];
  readonly weakAuth: readonly Credential[];
  readonly networksFlat: boolean;
  readonly allPairsConnected: boolean;
  readonly internalNetworks: readonly string[];
  readonly externalNetworks: readonly string[];
  readonly verdict: 'flat' | 'partly' | 'segmented';
  readonly note: string;
}
