// Makes the pictures of the README from the product itself, on the starter pack. Run: npm run build && node scripts/make-pictures.ts
import { mkdirSync, writeFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { startApp } from '#test/browser/app.ts'
import { findChromium, launchOptions } from '#test/browser/chromium.ts'
import { toSmallPng } from './pictures/small-png.ts'

const folder = 'docs/pictures'
const pictures = [
  { file: 'profile.png', path: '/en/evidence', width: 1280, height: 1140 },
] as const

const app = await startApp()
const browser = await chromium.launch(launchOptions(await findChromium()))
try {
  mkdirSync(folder, { recursive: true })
  for (const { file, path, width, height } of pictures) {
    const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' })
    await page.goto(app.address + path)
    await page.evaluate('document.fonts.ready.then(() => true)')
    const small = toSmallPng(await page.screenshot())
    writeFileSync(`${folder}/${file}`, small)
    console.log(`${folder}/${file}: ${Math.round(small.length / 1000)} KB`)
    await page.close()
  }
} finally {
  await browser.close()
  await app.stop()
}
