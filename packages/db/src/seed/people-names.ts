/** Names as one meets them in the county; any likeness to a person is chance. */
export const GIVEN_NAMES = (
  'Aaliyah Adam Adeel Agnieszka Aisha Alan Alison Amanda Amelia Andrew Anita Anna Anthony Arjun Ayesha Barbara Ben Beth Bilal Brian Callum ' +
  'Carol Catherine Charlotte Chloe Chris Claire Colin Craig Dan Daniel David Dawn Dean Debbie Diane Dominika Donna Ebony Edward Elaine Ella ' +
  'Emily Emma Farah Fatima Fiona Frank Gareth Gary Gemma George Georgia Gillian Glenn Grace Graham Gurpreet Hamza Hannah Harpreet Harry Heather ' +
  'Helen Ian Imran Iqra Isla Jack Jacob Jade James Jamie Jane Janet Jason Jean Jenny Jess Jo Joanna John Jordan Joseph Josh Julie Kamran Karen ' +
  'Kate Katarzyna Keith Kelly Kerry Kevin Kiran Kirsty Kwame Laura Leanne Lee Lewis Lily Linda Lisa Liam Lucy Luke Magda Manjit Marcus Maria ' +
  'Mark Martin Mary Matt Megan Michael Michelle Mohammed Molly Nadia Naomi Natalie Neil Nia Niamh Nicola Nigel Nikesh Oliver Olivia Owen Pam ' +
  'Patricia Paul Pauline Peter Phil Poppy Priya Rachel Rajesh Rebecca Rhys Richard Rob Rosie Ross Ruth Ryan Sally Sam Samina Sandra Sarah Scott ' +
  'Sean Shabana Sharon Shaun Simon Siân Sophie Stacey Stephen Stuart Sue Sukhdev Susan Tanya Temi Terry Tim Tina Tom Tomasz Tracey Tyler ' +
  'Usman Vicky Victoria Wayne Wendy Wesley Yasmin Yusuf Zainab Zara Zoë Zofia'
).split(' ')

export const FAMILY_NAMES = (
  'Adams Adeyemi Ahmed Akhtar Ali Allen Allport Amison Anderson Ashley Bailey Baker Barker Barnett Begum Bennett Beech Birks Boulton Bourne ' +
  'Bradbury Brassington Brindley Broadhurst Brookes Brown Brunt Bryan Burgess Burton Campbell Cartlidge Carter Chadwick Chapman Chaudhry Clarke ' +
  'Clowes Colclough Cook Cooper Cotterill Cox Critchlow Dale Davies Dawson Dean Deakin Dhillon Docksey Dutton Edge Edwards Egerton Elsby Evans ' +
  'Farrell Finney Fernyhough Flackett Forrester Foster Gater Gibson Gill Goodwin Gough Grant Gray Green Griffiths Hall Hammersley Hancock Harris ' +
  'Harvey Hassall Heath Hewitt Hill Hollins Holdcroft Hughes Hulme Hussain Iqbal Jackson James Jenkinson Johal Johnson Jones Kaur Keeling Kelly ' +
  'Khan Kidd King Knapper Kowalski Lawton Leese Lewis Lovatt Machin Mahmood Malkin Marsh Martin Mason Mellor Mensah Millward Mitchell Moore ' +
  "Morgan Morris Mountford Myatt Nixon Nowak O'Brien O'Connor Okafor Okonkwo Osei Owen Parker Parkes Patel Pattinson Perry Plant Podmore Poole " +
  'Price Proctor Rafiq Ratcliffe Reynolds Rhodes Richards Riley Roberts Robinson Rowley Rushton Salt Sandhu Scott Shah Shaw Shenton Sherratt ' +
  'Shufflebotham Sidhu Simcock Simpson Singh Skellern Smith Snape Steele Stevenson Stubbs Swinnerton Tams Taylor Tellwright Thomas Thompson ' +
  'Tideswell Till Tunnicliffe Turner Unwin Vernon Walker Walklate Walters Ward Washington Watson Webb West Whalley Whitehurst Wilkinson Williams ' +
  'Wilshaw Wilson Wood Woolley Wootton Wozniak Wright Yates Young Zielinska'
).split(' ')
