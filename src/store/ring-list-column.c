/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-list-column.h"

#include <string.h>

typedef struct
{
  RingColumn column;
  const char *names; /* folded, with blanks between */
} Alias;

/* The names that exchanges, marketplaces and wholesalers write: RapNet's uploads for diamonds and for
 * gemstones, IDEX natural and laboratory-grown, the common template of marketplaces, and the fields
 * of wholesale interfaces; then what suppliers' own sheets say, in English, German, French, Spanish
 * and Italian. */
static const Alias aliases[] = {
  { RING_COLUMN_STOCK,
    "stock# stock stockno stocknumber stockid stockref stockreference supplierstockref "
    "supplierstockreference serialnumber serialno serial# sku item item# itemid itemid# itemno "
    "itemnumber itemcode lot lot# lotno lotnumber lotid stone# stoneno stoneid stonenumber ref ref# "
    "refno reference packet packetno packet# packetid id vendorstocknumber vendorstock# "
    "artikelnummer artikelnr artikel lagernummer codigo codice riferimento numerodestock" },
  { RING_COLUMN_SPECIES,
    "stonetype gemtype gemstone gemstonetype species variety gem typeofstone stonename material "
    "edelstein steinart pierre piedra pietra gema gemma" },
  { RING_COLUMN_SHAPE,
    "shape shp shapename stoneshape shape&cut cutshape shapecut form schliffform forme forma" },
  { RING_COLUMN_CUT, "cut schliff taille talla taglio" },
  { RING_COLUMN_CARAT,
    "carat carats weight wt caratweight size ct cts crt crtwt totalweight weightct "
    "weightcts weightcarat weightincarats stoneweight gewicht karat poids peso quilates carati" },
  { RING_COLUMN_COLOUR,
    "color colour col primarycolor primarycolour colordescription colourdescription colorname "
    "colorgrade colourgrade farbe couleur colore" },
  { RING_COLUMN_FANCY_COLOUR,
    "fancycolor fancycolour naturalfancycolor naturalfancycolour fancycolormaincolor "
    "fancycolorprimary" },
  { RING_COLUMN_FANCY_INTENSITY,
    "fancycolorintensity fancycolourintensity naturalfancycolorintensity fancyintensity "
    "colorintensity colourintensity fancygrade" },
  { RING_COLUMN_FANCY_OVERTONE,
    "fancycolorovertone fancycolourovertone naturalfancycolorovertone fancyovertone colormodifiers "
    "colourmodifiers colormodifier secondarycolor" },
  { RING_COLUMN_CLARITY, "clarity clar purity claritygrade reinheit purete pureza purezza" },
  { RING_COLUMN_MEASUREMENTS,
    "measurements measurement meas measure measurementsmm dimensions dimension dim sizemm lxwxd "
    "lxwxh diameter masse abmessungen dimensionen mesures medidas dimensioni misure" },
  { RING_COLUMN_LENGTH,
    "length len measurementslength measurementlength lengthmm measlength l lange longueur largo "
    "lunghezza" },
  { RING_COLUMN_WIDTH,
    "width wid measurementswidth measurementwidth widthmm measwidth w breite largeur ancho "
    "larghezza" },
  { RING_COLUMN_HEIGHT,
    "height measurementsheight measurementheight heightmm measheight measurementsdepth "
    "measurementdepth measdepth depthmm h hohe tiefe hauteur profondeur alto profundidad altezza" },
  { RING_COLUMN_DEPTH, "depth" },
  { RING_COLUMN_ORIGIN,
    "origin countryoforigin countryorigin stoneorigin geographicorigin mine herkunft origine origen "
    "ursprung" },
  { RING_COLUMN_LAB,
    "lab laboratory gradinglab certlab certification cert certificatelab certificate certifiedby "
    "reportlab labor laboratoire laboratorio" },
  { RING_COLUMN_REPORT,
    "report# reportno reportnumber report certificate# certificateno certificatenumber "
    "certificationnumber certificationno cert# certno certnumber certid zertifikatnummer "
    "zertifikatnr certificatnumero" },
  { RING_COLUMN_REPORT_DATE, "reportissuedate reportdate certificatedate certdate issuedate" },
  { RING_COLUMN_TREATMENT,
    "treatment treatments treatmenttype treatmenttype1 treatmenttype2 treatmenttype3 treatment1 "
    "treatment2 treatment3 enhancement enhancements treatedcolor treatedcolour heat heated "
    "behandlung traitement tratamiento trattamento" },
  { RING_COLUMN_NATURE,
    "nature diamondtype naturaltype labgrown islabgrown naturalorlab naturallab creation" },
  { RING_COLUMN_GROWTH, "growthtype growth growthmethod growthprocess" },
  { RING_COLUMN_PRICE, "price preis prix precio prezzo netprice sellingprice askingprice amount" },
  { RING_COLUMN_PRICE_CARAT,
    "pricepercarat pricepercarats pricepercrt pricect pricects pricecarat price/ct price/carat "
    "price/cts $/ct price$/ct pct ppc ratect rate rapnetprice cashprice percarat askingpricepercarat preis/ct "
    "preisprokarat prixparcarat prix/ct" },
  { RING_COLUMN_PRICE_TOTAL,
    "totalprice pricetotal total totalamount totalvalue totalcost gesamtpreis prixtotal "
    "preciototal prezzototale" },
  { RING_COLUMN_AVAILABILITY, "availability status guaranteedavailability available" },
  { RING_COLUMN_PLACE,
    "country city state stateregion state/region location stonecountrylocation countryname countrycode statename "
    "statecode lagerort" },
  { RING_COLUMN_COMMENT,
    "comment comments membercomment membercomments remark remarks note notes description "
    "treatmentnote bemerkung kommentar commentaire comentario commento" },
  { RING_COLUMN_STATEMENT,
    "statement supplierstatement provenancestatement sourcingstatement originstatement "
    "conflictfree conflictfreestatement warranty warrantystatement" },
  { RING_COLUMN_KNOWN,
    "cutgrade make polish symmetry fluorescence fluorescenceintensity fluorescencecolor flour fluor "
    "floint rapnetdiscount% discount% discount discountpercent cashpricediscount% %offidexlist "
    "depth% depthpercent depthpercentage table% tablepercent table tablepercentage girdlethin "
    "girdlethick girdle% girdlepercent girdle girdlecondition girdlefrom girdleto culetsize culet "
    "culetcondition crownheight crownangle paviliondepth pavilionangle laserinscription certcomment "
    "ismatchedpairseparable pairseparable pairstock# pairstockref askingpriceforpair "
    "askingpricepercaratforpair pair allowraplinkfeed parcelstones reportfilename "
    "certificatefilename certificatepath certificateurl diamondimage imagepath imageurl imagelink "
    "imagelink1 imagelink2 imagelink3 imagelink4 imagelink5 imagelink6 videourl videolink "
    "3dviewerurl onlinereport onlinereporturl sarineloupe tradeshow keytosymbols shade starlength "
    "centerinclusion blackinclusion milky openinclusion reporttype lablocation brand sellerspec "
    "eyeclean graining provenancereport provenancenumber timetolocation pricememo "
    "pricepercaratmemo bgm h&a shareaccess tableopen crownopen girdleopen tinge luster "
    "diamondoriginreport deliverytime" },
};

static GHashTable *
get_names (void)
{
  static GHashTable *names = NULL;

  if (g_once_init_enter (&names))
    {
      GHashTable *made = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint i = 0; i < G_N_ELEMENTS (aliases); i++)
        {
          /* The words live as long as the program. */
          char **words = g_strsplit (aliases[i].names, " ", -1);

          for (guint k = 0; words[k] != NULL; k++)
            g_hash_table_insert (made, words[k], (gpointer) &aliases[i]);
          g_free (words);
        }
      g_once_init_leave (&names, made);
    }
  return names;
}

/* Small letters without accents, digits, and the signs that tell one name from another. */
static char *
fold (const char *header)
{
  g_autofree char *apart = g_utf8_normalize (header, -1, G_NORMALIZE_ALL);
  GString *out = g_string_new (NULL);
  int depth = 0;

  for (const char *p = apart != NULL ? apart : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (p));

      if (c == '(' || c == '[')
        depth++;
      else if ((c == ')' || c == ']') && depth > 0)
        depth--;
      else if (depth > 0 || g_unichar_ismark (c))
        continue;
      else if (g_unichar_isalnum (c) || (c < 128 && strchr ("#%&/$", (int) c) != NULL))
        g_string_append_unichar (out, c);
      else if (c == 0x2116) /* the sign for number */
        g_string_append_c (out, '#');
    }
  return g_string_free (out, FALSE);
}

static const Alias *
look_up (const char *name)
{
  return g_hash_table_lookup (get_names (), name);
}

/* "weightct", "lengthmm", "priceusd" where the name alone is meant. */
static const Alias *
look_up_without_unit (const char *name)
{
  static const char *const units[] = { "inmm", "mm", "usd", "us$", "eur", "gbp", "chf", "inr", "$" };
  gsize n = strlen (name);

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (n > strlen (units[i]) && g_str_has_suffix (name, units[i]))
      {
        g_autofree char *shorter = g_strndup (name, n - strlen (units[i]));
        const Alias *alias = look_up (shorter);

        if (alias != NULL)
          return alias;
      }
  return NULL;
}

const char *
ring_column_currency (const char *text)
{
  static const char *const marks[][2] = {
    { "€", "EUR" },   { "£", "GBP" },   { "¥", "JPY" },   { "₹", "INR" },   { "A$", "AUD" },
    { "C$", "CAD" },  { "HK$", "HKD" }, { "$", "USD" },   { "EUR", "EUR" }, { "USD", "USD" },
    { "GBP", "GBP" }, { "CHF", "CHF" }, { "JPY", "JPY" }, { "INR", "INR" }, { "AUD", "AUD" },
    { "CAD", "CAD" }, { "HKD", "HKD" }, { "CNY", "CNY" }, { "THB", "THB" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (strstr (text, marks[i][0]) != NULL)
      return marks[i][1];
  return NULL;
}

RingColumn
ring_column_find (const char *header, char *currency)
{
  g_autofree char *name = fold (header);
  const Alias *alias = look_up (name);
  RingColumn column;

  if (alias == NULL)
    alias = look_up_without_unit (name);
  column = alias != NULL ? alias->column : RING_COLUMN_NONE;
  if (currency != NULL
      && (column == RING_COLUMN_PRICE || column == RING_COLUMN_PRICE_CARAT
          || column == RING_COLUMN_PRICE_TOTAL))
    {
      g_autofree char *upper = g_utf8_strup (header, -1);
      const char *found = ring_column_currency (upper);

      if (found != NULL)
        g_strlcpy (currency, found, 4);
    }
  return column;
}
