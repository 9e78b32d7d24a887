import { stream } from './random.ts';

/** The eight countries of the demo world. */
export type DemoCountry = 'AE' | 'BR' | 'DE' | 'FR' | 'NG' | 'NL' | 'TR' | 'VN';

interface NameStock {
  given: string[];
  family: string[];
}

function stock(given: string, family: string): NameStock {
  return { given: given.split(', '), family: family.split(', ') };
}

const stocks: Record<DemoCountry, NameStock> = {
  AE: stock(
    'Parisa, Omid, Layla, Khalid, Shirin, Yousef, Mariam, Navid, Hessa, Farhad',
    'Rahimi, Al Mansoori, Karimi, Haddad, Moradi, Al Falasi, Nasser, Sharifi',
  ),
  BR: stock(
    'Beatriz, João, Larissa, Thiago, Camila, Rafael, Antônia, Caio, Vitória, Diego',
    'Almeida, Nogueira, Carvalho, Conceição, Barbosa, Teixeira, Moreira, Araújo',
  ),
  DE: stock(
    'Jana, Lukas, Mareike, Tobias, Friederike, Jürgen, Aylin, Matthias, Sören, Katja',
    'Vogt, Schröder, Kessler, Brandt, Weiß, Yıldız, Hoffmann, Lindner',
  ),
  FR: stock(
    'Camille, Théo, Inès, Mathieu, Aïcha, Étienne, Solène, Karim, Margaux, Benoît',
    'Lefèvre, Moreau, Benali, Girard, Chevalier, Diallo, Rousseau, Perrin',
  ),
  NG: stock(
    'Chiamaka, Tunde, Amina, Emeka, Folake, Ibrahim, Ngozi, Seun, Zainab, Obinna',
    'Okafor, Adeyemi, Bello, Eze, Ogunleye, Nwosu, Danjuma, Balogun',
  ),
  NL: stock(
    'Sanne, Daan, Femke, Joris, Noor, Ruben, Lieke, Bas, Anouk, Sjoerd',
    'de Vries, Bakker, van Dijk, Visser, Hoekstra, Smit, Postma, el Amrani',
  ),
  TR: stock(
    'Elif, Mert, Zeynep, Emre, Gülşen, Kaan, Defne, Ömer, Selin, Barış',
    'Yılmaz, Demir, Şahin, Aydın, Koç, Öztürk, Arslan, Çelik',
  ),
  VN: stock(
    'Linh, Minh, Thảo, Quân, Hương, Đức, Ngọc, Bảo, Trang, Khánh',
    'Nguyễn, Trần, Phạm, Lê, Hoàng, Đặng, Võ, Bùi',
  ),
};

const letters: Record<string, string> = { ß: 'ss', ı: 'i', đ: 'd', Đ: 'd' };

function mailbox(name: string): string {
  return name
    .replace(/[ßıđĐ]/g, (letter) => letters[letter]!)
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.');
}

/** Names each person once: the `place`-th inhabitant of a country always bears the same name. */
export function personName(country: DemoCountry, place: number): { name: string; email: string } {
  const { given, family } = stocks[country];
  const draws = stream('names', country);
  const offset = draws.int(0, family.length - 1);
  const round = Math.floor(place / given.length);
  const first = given[place % given.length]!;
  const last = family[(offset + place * 3 + round) % family.length]!;
  const name = country === 'VN' ? `${last} ${first}` : `${first} ${last}`;
  const domain = stream('mail', country, place).pick(['example.com', 'example.org', 'example.net']);
  return { name, email: `${mailbox(`${first} ${last}`)}@${domain}` };
}
