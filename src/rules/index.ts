/** Every rule, in the order in which documentation lists them. A test holds the list against the folder. */

import { adminSharesDataNetwork } from './admin-shares-data-network.js';
import { aliasCollision } from './alias-collision.js';
import { commentedCredentials } from './commented-credentials.js';
import { dataNetworkNotInternal } from './data-network-not-internal.js';
import { defaultBridge } from './default-bridge.js';
import { defaultCredentials } from './default-credentials.js';
import { deprecatedLinks } from './deprecated-links.js';
import { disabledAuthentication } from './disabled-authentication.js';
import { dockerApiReachable } from './docker-api-reachable.js';
import { dockerSocketMount } from './docker-socket-mount.js';
import { duplicateNetworkName } from './duplicate-network-name.js';
import { exposedToUnknownPeers } from './exposed-to-unknown-peers.js';
import { hardcodedContainerAddress } from './hardcoded-container-address.js';
import { hostModeBypassesIsolation } from './host-mode-bypasses-isolation.js';
import { iccDisabledIneffective } from './icc-disabled-ineffective.js';
import { ineffectiveFileVariant } from './ineffective-file-variant.js';
import { ineffectiveInternal } from './ineffective-internal.js';
import { internalReachesHost } from './internal-reaches-host.js';
import { linkEnvironment } from './link-environment.js';
import { missingAuthentication } from './missing-authentication.js';
import { missingTierSeparation } from './missing-tier-separation.js';
import { mixedEnvironments } from './mixed-environments.js';
import { nameShadowing } from './name-shadowing.js';
import { namespaceSharedAcrossTiers } from './namespace-shared-across-tiers.js';
import { plaintextCredentials } from './plaintext-credentials.js';
import { portBypassesIsolation } from './port-bypasses-isolation.js';
import { publicDnsServer } from './public-dns-server.js';
import { publishedAdminPort } from './published-admin-port.js';
import { publishedDataPort } from './published-data-port.js';
import { rawSocketsOnDataNetwork } from './raw-sockets-on-data-network.js';
import type { Rule } from './rule.js';
import { secretFileTracked } from './secret-file-tracked.js';
import { secretNotMounted } from './secret-not-mounted.js';
import { secretOverShared } from './secret-over-shared.js';
import { sharedCredential } from './shared-credential.js';
import { sharedTierNetwork } from './shared-tier-network.js';
import { swarmIgnoredIsolation } from './swarm-ignored-isolation.js';
import { undeclaredSecret } from './undeclared-secret.js';
import { undefinedReference } from './undefined-reference.js';
import { unencryptedOverlay } from './unencrypted-overlay.js';
import { unreachableDependency } from './unreachable-dependency.js';
import { unreachableLink } from './unreachable-link.js';
import { unusedDeclaration } from './unused-declaration.js';
import { unusedSecret } from './unused-secret.js';
import { volumeSharedAcrossTiers } from './volume-shared-across-tiers.js';

export const RULES: readonly Rule[] = [
  missingTierSeparation,
  sharedTierNetwork,
  publishedDataPort,
  publishedAdminPort,
  portBypassesIsolation,
  exposedToUnknownPeers,
  adminSharesDataNetwork,
  hostModeBypassesIsolation,
  namespaceSharedAcrossTiers,
  volumeSharedAcrossTiers,
  dockerApiReachable,
  dockerSocketMount,
  dataNetworkNotInternal,
  ineffectiveInternal,
  internalReachesHost,
  defaultBridge,
  iccDisabledIneffective,
  mixedEnvironments,
  plaintextCredentials,
  disabledAuthentication,
  missingAuthentication,
  defaultCredentials,
  sharedCredential,
  ineffectiveFileVariant,
  secretNotMounted,
  undeclaredSecret,
  unusedSecret,
  secretOverShared,
  secretFileTracked,
  commentedCredentials,
  deprecatedLinks,
  unreachableLink,
  aliasCollision,
  nameShadowing,
  duplicateNetworkName,
  unreachableDependency,
  undefinedReference,
  unusedDeclaration,
  hardcodedContainerAddress,
  publicDnsServer,
  swarmIgnoredIsolation,
  unencryptedOverlay,
  rawSocketsOnDataNetwork,
  linkEnvironment,
];
