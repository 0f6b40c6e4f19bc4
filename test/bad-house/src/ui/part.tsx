// Innocent: a part of a page.
export const Part = () => <p>part</p>
