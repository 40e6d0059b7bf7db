/** Every rule, in the order in which documentation lists them. A test holds the list against the folder. */
import { deprecatedLinks } from './deprecated-links.js';
import { missingTierSeparation } from './missing-tier-separation.js';
import { plaintextCredentials } from './plaintext-credentials.js';
import type { Rule } from './rule.js';
import { sharedTierNetwork } from './shared-tier-network.js';

export const RULES: readonly Rule[] = [missingTierSeparation, sharedTierNetwork, plaintextCredentials, deprecatedLinks];
