import packageJson from '../package.json' with { type: 'json' };

/** Version of this software (semver), not of the API. */
export const VERSION: string = packageJson.version;

/** Name and version as catalogues show them. */
export const SOFTWARE = `kernkaart ${VERSION}`;
