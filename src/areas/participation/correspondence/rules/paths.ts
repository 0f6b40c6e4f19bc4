// Where the letters that came by e-mail are looked at; without the language.
export const mailPath = '/participation/mail'
export const uploadPath = `${mailPath}/upload`
export const letterPath = (id: string): string => `${mailPath}/${id}`
/** What an upload may weigh, as the door allows it to staff. */
export const largestUploadMb = 64
