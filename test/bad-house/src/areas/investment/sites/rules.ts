// Innocent: stands on the top floor of the areas.
export const site = 'site'
