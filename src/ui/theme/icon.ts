// The icon of the browser's tab: the pointing tile. It lives with the theme because an address cannot ask for a token.
const picture = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'><path fill='#1F6B45' d='M1 2h8l6 6-6 6H1z'/></svg>"
export const iconAddress = `data:image/svg+xml,${picture.replaceAll('#', '%23').replaceAll('<', '%3C').replaceAll('>', '%3E')}`
