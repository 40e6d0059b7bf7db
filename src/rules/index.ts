/** Every rule, in the order in which documentation lists them. A test holds the list against the folder. */
import { defaultCredentials } from './default-credentials.js';
import { deprecatedLinks } from './deprecated-links.js';
import { disabledAuthentication } from './disabled-authentication.js';
import { ineffectiveFileVariant } from './ineffective-file-variant.js';
import { linkEnvironment } from './link-environment.js';
import { missingAuthentication } from './missing-authentication.js';
import { missingTierSeparation } from './missing-tier-separation.js';
import { plaintextCredentials } from './plaintext-credentials.js';
import type { Rule } from './rule.js';
import { secretFileTracked } from './secret-file-tracked.js';
import { secretNotMounted } from './secret-not-mounted.js';
import { secretOverShared } from './secret-over-shared.js';
import { sharedCredential } from './shared-credential.js';
import { sharedTierNetwork } from './shared-tier-network.js';
import { undeclaredSecret } from './undeclared-secret.js';
import { unreachableLink } from './unreachable-link.js';
import { unusedSecret } from './unused-secret.js';

export const RULES: readonly Rule[] = [
  missingTierSeparation,
  sharedTierNetwork,
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
  deprecatedLinks,
  unreachableLink,
  linkEnvironment,
];
