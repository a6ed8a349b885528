System.Console.WriteLine("reckon");
